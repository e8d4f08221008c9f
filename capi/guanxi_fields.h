/* Numbers of entities and fields, commands, queries and rows. Printed by guanxi_generate from the descriptors: do not edit.
 *
 * GX_ENTITY_...    an entity, and GX_FIELD_ENTITY_... its fields
 * GX_COMMAND_...   a command, and GX_ARGUMENT_COMMAND_... its arguments
 * GX_QUERY_...     a query, and GX_ARGUMENT_QUERY_... its arguments
 * GX_ROW_...       what a query gives, and GX_COLUMN_ROW_... its columns
 */
#ifndef GUANXI_FIELDS_H
#define GUANXI_FIELDS_H

#define GX_ENTITY_ACCOUNT 1u /* Account */
#define GX_FIELD_ACCOUNT_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_ACCOUNT_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_ACCOUNT_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_ACCOUNT_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_ACCOUNT_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_ACCOUNT_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_ACCOUNT_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_ACCOUNT_NAME 10u /* text, required: Account name */
#define GX_FIELD_ACCOUNT_SHORT_NAME 11u /* text: Short name */
#define GX_FIELD_ACCOUNT_ENGLISH_NAME 12u /* text: English name */
#define GX_FIELD_ACCOUNT_NUMBER 13u /* text: Account number */
#define GX_FIELD_ACCOUNT_KIND 14u /* picklist of account_kind: Kind */
#define GX_FIELD_ACCOUNT_ROLES 15u /* set of account_role: Roles */
#define GX_FIELD_ACCOUNT_PARENT 16u /* id of account: Parent account */
#define GX_FIELD_ACCOUNT_TIER 17u /* picklist of account_tier: Tier */
#define GX_FIELD_ACCOUNT_KEY_ACCOUNT 18u /* boolean: Key account */
#define GX_FIELD_ACCOUNT_STATUS 19u /* picklist of account_status: Status */
#define GX_FIELD_ACCOUNT_SENSITIVITY 20u /* integer: Sensitivity */
#define GX_FIELD_ACCOUNT_OWNER 21u /* id of user, changed by a command: Owner */
#define GX_FIELD_ACCOUNT_DEPARTMENT 22u /* id of department, changed by a command: Department */
#define GX_FIELD_ACCOUNT_TERRITORY 23u /* id of territory: Territory */
#define GX_FIELD_ACCOUNT_INDUSTRY 24u /* picklist of industry: Industry */
#define GX_FIELD_ACCOUNT_SIZE 25u /* picklist of account_size: Size */
#define GX_FIELD_ACCOUNT_EMPLOYEES 26u /* integer: Employees */
#define GX_FIELD_ACCOUNT_SOURCE 27u /* picklist of account_source: Source */
#define GX_FIELD_ACCOUNT_REVENUE 28u /* money: Annual revenue */
#define GX_FIELD_ACCOUNT_CAPITAL 29u /* money: Registered capital */
#define GX_FIELD_ACCOUNT_CREDIT 30u /* picklist of credit_rating: Credit rating */
#define GX_FIELD_ACCOUNT_CREDIT_LIMIT 31u /* money: Credit limit */
#define GX_FIELD_ACCOUNT_SUSPENDED 32u /* boolean, changed by a command: Suspended */
#define GX_FIELD_ACCOUNT_SUSPEND_REASON 33u /* text, changed by a command: Suspension reason */
#define GX_FIELD_ACCOUNT_TAX_ID 34u /* text: Tax id */
#define GX_FIELD_ACCOUNT_PHONE 35u /* text: Phone */
#define GX_FIELD_ACCOUNT_FAX 36u /* text: Fax */
#define GX_FIELD_ACCOUNT_EMAIL 37u /* text: E-mail */
#define GX_FIELD_ACCOUNT_WEBSITE 38u /* text: Website */
#define GX_FIELD_ACCOUNT_COUNTRY 39u /* text: Country */
#define GX_FIELD_ACCOUNT_PROVINCE 40u /* text: Province */
#define GX_FIELD_ACCOUNT_CITY 41u /* text: City */
#define GX_FIELD_ACCOUNT_ADDRESS 42u /* text: Address */
#define GX_FIELD_ACCOUNT_POSTCODE 43u /* text: Postal code */
#define GX_FIELD_ACCOUNT_FOUNDED 44u /* date: Founded */
#define GX_FIELD_ACCOUNT_TAGS 46u /* set: Tags */
#define GX_FIELD_ACCOUNT_NOTE 47u /* text: Note */
#define GX_FIELD_ACCOUNT_MERGED_INTO 48u /* id of account, kept by the library: Merged into */

#define GX_ENTITY_CONTACT 2u /* Contact */
#define GX_FIELD_CONTACT_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_CONTACT_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_CONTACT_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_CONTACT_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_CONTACT_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_CONTACT_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_CONTACT_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_CONTACT_NAME 10u /* text, required: Name */
#define GX_FIELD_CONTACT_GIVEN_NAME 11u /* text: Given name */
#define GX_FIELD_CONTACT_FAMILY_NAME 12u /* text: Family name */
#define GX_FIELD_CONTACT_TITLE 13u /* text: Job title */
#define GX_FIELD_CONTACT_DEPARTMENT_NAME 14u /* text: Department name */
#define GX_FIELD_CONTACT_ACCOUNT 15u /* id of account: Account */
#define GX_FIELD_CONTACT_MOBILE 16u /* text: Mobile */
#define GX_FIELD_CONTACT_PHONE 17u /* text: Phone */
#define GX_FIELD_CONTACT_EMAIL 18u /* text: E-mail */
#define GX_FIELD_CONTACT_WECHAT 19u /* text: WeChat */
#define GX_FIELD_CONTACT_BIRTHDAY 20u /* date: Birthday */
#define GX_FIELD_CONTACT_OWNER 21u /* id of user, changed by a command: Owner */
#define GX_FIELD_CONTACT_DEPARTMENT 22u /* id of department, changed by a command: Owning department */
#define GX_FIELD_CONTACT_SENSITIVITY 23u /* integer: Sensitivity */
#define GX_FIELD_CONTACT_PORTAL 24u /* boolean: Portal user */
#define GX_FIELD_CONTACT_TAGS 25u /* set: Tags */
#define GX_FIELD_CONTACT_NOTE 26u /* text: Note */
#define GX_FIELD_CONTACT_ADDRESS 27u /* text: Address */
#define GX_FIELD_CONTACT_CITY 28u /* text: City */
#define GX_FIELD_CONTACT_MERGED_INTO 29u /* id of contact, kept by the library: Merged into */

#define GX_ENTITY_ACCOUNT_CONTACT 3u /* Account contact */
#define GX_FIELD_ACCOUNT_CONTACT_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_ACCOUNT_CONTACT_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_ACCOUNT_CONTACT_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_ACCOUNT_CONTACT_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_ACCOUNT_CONTACT_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_ACCOUNT_CONTACT_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_ACCOUNT_CONTACT_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_ACCOUNT_CONTACT_ACCOUNT 10u /* id of account, required: Account */
#define GX_FIELD_ACCOUNT_CONTACT_CONTACT 11u /* id of contact, required: Contact */
#define GX_FIELD_ACCOUNT_CONTACT_ROLE 12u /* picklist of contact_role: Role */
#define GX_FIELD_ACCOUNT_CONTACT_IS_PRIMARY 13u /* boolean: Primary */
#define GX_FIELD_ACCOUNT_CONTACT_SINCE 14u /* date: Since */
#define GX_FIELD_ACCOUNT_CONTACT_UNTIL 15u /* date: Until */

#define GX_ENTITY_CONTACT_POINT 4u /* Contact point */
#define GX_FIELD_CONTACT_POINT_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_CONTACT_POINT_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_CONTACT_POINT_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_CONTACT_POINT_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_CONTACT_POINT_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_CONTACT_POINT_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_CONTACT_POINT_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_CONTACT_POINT_ACCOUNT 10u /* id of account: Account */
#define GX_FIELD_CONTACT_POINT_CONTACT 11u /* id of contact: Contact */
#define GX_FIELD_CONTACT_POINT_TYPE 12u /* picklist of contact_point_type, required: Type */
#define GX_FIELD_CONTACT_POINT_VALUE 13u /* text, required: Value */
#define GX_FIELD_CONTACT_POINT_NORMALIZED 14u /* text, kept by the library: Normalized */
#define GX_FIELD_CONTACT_POINT_PURPOSE 15u /* picklist of contact_point_purpose: Purpose */
#define GX_FIELD_CONTACT_POINT_PREFERRED 16u /* boolean: Preferred */
#define GX_FIELD_CONTACT_POINT_CONSENT 17u /* picklist of consent: Consent */
#define GX_FIELD_CONTACT_POINT_CONSENT_AT 18u /* instant: Consent given at */

#define GX_ENTITY_PARTY_IDENTIFIER 5u /* Identifier */
#define GX_FIELD_PARTY_IDENTIFIER_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_PARTY_IDENTIFIER_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_PARTY_IDENTIFIER_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_PARTY_IDENTIFIER_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_PARTY_IDENTIFIER_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_PARTY_IDENTIFIER_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_PARTY_IDENTIFIER_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_PARTY_IDENTIFIER_ENTITY 10u /* text, required: Entity */
#define GX_FIELD_PARTY_IDENTIFIER_RECORD 11u /* id, required: Record */
#define GX_FIELD_PARTY_IDENTIFIER_TYPE 12u /* picklist of identifier_type, required: Type */
#define GX_FIELD_PARTY_IDENTIFIER_SYSTEM 13u /* text: System */
#define GX_FIELD_PARTY_IDENTIFIER_VALUE 14u /* text, required: Value */

#define GX_ENTITY_LEAD 6u /* Lead */
#define GX_FIELD_LEAD_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_LEAD_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_LEAD_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_LEAD_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_LEAD_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_LEAD_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_LEAD_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_LEAD_NAME 10u /* text, required: Lead name */
#define GX_FIELD_LEAD_COMPANY 11u /* text: Company */
#define GX_FIELD_LEAD_TITLE 12u /* text: Title */
#define GX_FIELD_LEAD_PHONE 13u /* text: Phone */
#define GX_FIELD_LEAD_EMAIL 14u /* text: E-mail */
#define GX_FIELD_LEAD_STATUS 15u /* picklist of lead_status: Status */
#define GX_FIELD_LEAD_SOURCE 16u /* picklist of account_source: Source */
#define GX_FIELD_LEAD_INDUSTRY 17u /* picklist of industry: Industry */
#define GX_FIELD_LEAD_SCORE 18u /* integer: Score */
#define GX_FIELD_LEAD_OWNER 19u /* id of user, changed by a command: Owner */
#define GX_FIELD_LEAD_DEPARTMENT 20u /* id of department, changed by a command: Department */
#define GX_FIELD_LEAD_ACCOUNT 21u /* id of account, changed by a command: Converted account */
#define GX_FIELD_LEAD_CONTACT 22u /* id of contact, changed by a command: Converted contact */
#define GX_FIELD_LEAD_SENSITIVITY 23u /* integer: Sensitivity */
#define GX_FIELD_LEAD_PROVINCE 24u /* text: Province */
#define GX_FIELD_LEAD_TAGS 25u /* set: Tags */
#define GX_FIELD_LEAD_NOTE 26u /* text: Note */
#define GX_FIELD_LEAD_SCORE_REASON 60u /* text: Score reason */
#define GX_FIELD_LEAD_MERGED_INTO 27u /* id of lead, kept by the library: Merged into */

#define GX_ENTITY_OPPORTUNITY 7u /* Opportunity */
#define GX_FIELD_OPPORTUNITY_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_OPPORTUNITY_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_OPPORTUNITY_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_OPPORTUNITY_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_OPPORTUNITY_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_OPPORTUNITY_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_OPPORTUNITY_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_OPPORTUNITY_NAME 10u /* text, required: Opportunity name */
#define GX_FIELD_OPPORTUNITY_NUMBER 11u /* text: Opportunity id */
#define GX_FIELD_OPPORTUNITY_ACCOUNT 12u /* id of account: Account */
#define GX_FIELD_OPPORTUNITY_CONTACT 13u /* id of contact: Contact */
#define GX_FIELD_OPPORTUNITY_STAGE 14u /* picklist of opportunity_stage, required: Stage */
#define GX_FIELD_OPPORTUNITY_STAGE_SINCE 15u /* instant, kept by the library: In stage since */
#define GX_FIELD_OPPORTUNITY_AMOUNT 16u /* money: Amount */
#define GX_FIELD_OPPORTUNITY_PROBABILITY 17u /* integer: Probability */
#define GX_FIELD_OPPORTUNITY_OPENED_ON 18u /* date: Opened on */
#define GX_FIELD_OPPORTUNITY_CLOSE_ON 19u /* date: Close date */
#define GX_FIELD_OPPORTUNITY_PRODUCT 20u /* text: Product */
#define GX_FIELD_OPPORTUNITY_SOURCE 21u /* picklist of account_source: Source */
#define GX_FIELD_OPPORTUNITY_LOST_REASON 22u /* picklist of lost_reason: Lost reason */
#define GX_FIELD_OPPORTUNITY_COMPETITOR 23u /* text: Competitor */
#define GX_FIELD_OPPORTUNITY_OWNER 24u /* id of user, changed by a command: Owner */
#define GX_FIELD_OPPORTUNITY_DEPARTMENT 25u /* id of department, changed by a command: Department */
#define GX_FIELD_OPPORTUNITY_SENSITIVITY 26u /* integer: Sensitivity */
#define GX_FIELD_OPPORTUNITY_TAGS 27u /* set: Tags */
#define GX_FIELD_OPPORTUNITY_NOTE 28u /* text: Note */
#define GX_FIELD_OPPORTUNITY_SCORE 60u /* integer: Score */
#define GX_FIELD_OPPORTUNITY_SCORE_REASON 61u /* text: Score reason */

#define GX_ENTITY_STAGE_CHANGE 8u /* Stage change */
#define GX_FIELD_STAGE_CHANGE_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_STAGE_CHANGE_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_STAGE_CHANGE_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_STAGE_CHANGE_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_STAGE_CHANGE_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_STAGE_CHANGE_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_STAGE_CHANGE_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_STAGE_CHANGE_OPPORTUNITY 10u /* id of opportunity, required: Opportunity */
#define GX_FIELD_STAGE_CHANGE_FROM_STAGE 11u /* picklist of opportunity_stage: From */
#define GX_FIELD_STAGE_CHANGE_TO_STAGE 12u /* picklist of opportunity_stage, required: To */
#define GX_FIELD_STAGE_CHANGE_AT 13u /* instant, required: At */
#define GX_FIELD_STAGE_CHANGE_SECONDS 14u /* integer: Seconds in the earlier stage */
#define GX_FIELD_STAGE_CHANGE_AMOUNT 15u /* money: Amount at the time */
#define GX_FIELD_STAGE_CHANGE_HOLDER 16u /* id of user: Owner at the time */

#define GX_ENTITY_ACTIVITY 9u /* Activity */
#define GX_FIELD_ACTIVITY_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_ACTIVITY_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_ACTIVITY_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_ACTIVITY_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_ACTIVITY_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_ACTIVITY_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_ACTIVITY_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_ACTIVITY_TYPE 10u /* picklist of activity_type, required: Type */
#define GX_FIELD_ACTIVITY_SUBJECT 11u /* text, required: Subject */
#define GX_FIELD_ACTIVITY_STATUS 12u /* picklist of activity_status: Status */
#define GX_FIELD_ACTIVITY_PRIORITY 13u /* picklist of priority: Priority */
#define GX_FIELD_ACTIVITY_DIRECTION 14u /* picklist of direction: Direction */
#define GX_FIELD_ACTIVITY_STARTS_AT 15u /* instant: Starts at */
#define GX_FIELD_ACTIVITY_ENDS_AT 16u /* instant: Ends at */
#define GX_FIELD_ACTIVITY_DUE_AT 17u /* instant: Due at */
#define GX_FIELD_ACTIVITY_DONE_AT 18u /* instant: Done at */
#define GX_FIELD_ACTIVITY_ACCOUNT 19u /* id of account: Account */
#define GX_FIELD_ACTIVITY_CONTACT 20u /* id of contact: Contact */
#define GX_FIELD_ACTIVITY_LEAD 21u /* id of lead: Lead */
#define GX_FIELD_ACTIVITY_OPPORTUNITY 22u /* id of opportunity: Opportunity */
#define GX_FIELD_ACTIVITY_REQUEST 23u /* id of service_request: Service request */
#define GX_FIELD_ACTIVITY_CONTRACT 24u /* id of contract: Contract */
#define GX_FIELD_ACTIVITY_OWNER 25u /* id of user, changed by a command: Owner */
#define GX_FIELD_ACTIVITY_DEPARTMENT 26u /* id of department, changed by a command: Department */
#define GX_FIELD_ACTIVITY_SENSITIVITY 27u /* integer: Sensitivity */
#define GX_FIELD_ACTIVITY_LOCATION 28u /* text: Location */
#define GX_FIELD_ACTIVITY_OUTCOME 29u /* picklist of activity_outcome: Outcome */
#define GX_FIELD_ACTIVITY_BODY 30u /* text: Body */

#define GX_ENTITY_SERVICE_REQUEST 10u /* Service request */
#define GX_FIELD_SERVICE_REQUEST_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_SERVICE_REQUEST_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_SERVICE_REQUEST_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_SERVICE_REQUEST_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_SERVICE_REQUEST_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_SERVICE_REQUEST_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_SERVICE_REQUEST_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_SERVICE_REQUEST_NUMBER 10u /* text, kept by the library: Number */
#define GX_FIELD_SERVICE_REQUEST_TYPE 11u /* picklist of request_type, required: Type */
#define GX_FIELD_SERVICE_REQUEST_SUBJECT 12u /* text, required: Subject */
#define GX_FIELD_SERVICE_REQUEST_BODY 13u /* text: Description */
#define GX_FIELD_SERVICE_REQUEST_STATUS 14u /* picklist of request_status: Status */
#define GX_FIELD_SERVICE_REQUEST_PRIORITY 15u /* picklist of priority: Priority */
#define GX_FIELD_SERVICE_REQUEST_CHANNEL 16u /* picklist of channel: Channel */
#define GX_FIELD_SERVICE_REQUEST_ACCOUNT 17u /* id of account: Account */
#define GX_FIELD_SERVICE_REQUEST_CONTACT 18u /* id of contact: Contact */
#define GX_FIELD_SERVICE_REQUEST_CONTRACT 19u /* id of contract: Contract */
#define GX_FIELD_SERVICE_REQUEST_OWNER 20u /* id of user, changed by a command: Owner */
#define GX_FIELD_SERVICE_REQUEST_DEPARTMENT 21u /* id of department, changed by a command: Department */
#define GX_FIELD_SERVICE_REQUEST_SENSITIVITY 22u /* integer: Sensitivity */
#define GX_FIELD_SERVICE_REQUEST_DUE_AT 23u /* instant: Due at */
#define GX_FIELD_SERVICE_REQUEST_CLOSED_AT 24u /* instant: Closed at */
#define GX_FIELD_SERVICE_REQUEST_RATING 25u /* integer: Rating */
#define GX_FIELD_SERVICE_REQUEST_SOLUTION 26u /* text: Solution */
#define GX_FIELD_SERVICE_REQUEST_TAGS 27u /* set: Tags */

#define GX_ENTITY_CONTRACT 11u /* Contract */
#define GX_FIELD_CONTRACT_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_CONTRACT_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_CONTRACT_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_CONTRACT_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_CONTRACT_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_CONTRACT_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_CONTRACT_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_CONTRACT_NUMBER 10u /* text: Contract number */
#define GX_FIELD_CONTRACT_NAME 11u /* text, required: Contract name */
#define GX_FIELD_CONTRACT_ACCOUNT 12u /* id of account, required: Account */
#define GX_FIELD_CONTRACT_OPPORTUNITY 13u /* id of opportunity: Opportunity */
#define GX_FIELD_CONTRACT_TYPE 14u /* picklist of contract_type: Type */
#define GX_FIELD_CONTRACT_STATUS 15u /* picklist of contract_status: Status */
#define GX_FIELD_CONTRACT_AMOUNT 16u /* money: Amount */
#define GX_FIELD_CONTRACT_SIGNED_ON 17u /* date: Signed on */
#define GX_FIELD_CONTRACT_STARTS_ON 18u /* date: Starts on */
#define GX_FIELD_CONTRACT_ENDS_ON 19u /* date: Ends on */
#define GX_FIELD_CONTRACT_SIGNER 20u /* text: Signed by */
#define GX_FIELD_CONTRACT_PAYMENT_TERMS 21u /* picklist of payment_terms: Payment terms */
#define GX_FIELD_CONTRACT_OWNER 22u /* id of user, changed by a command: Owner */
#define GX_FIELD_CONTRACT_DEPARTMENT 23u /* id of department, changed by a command: Department */
#define GX_FIELD_CONTRACT_SENSITIVITY 24u /* integer: Sensitivity */
#define GX_FIELD_CONTRACT_BODY 25u /* text: Text */
#define GX_FIELD_CONTRACT_TAGS 26u /* set: Tags */

#define GX_ENTITY_PAYMENT_PLAN_LINE 12u /* Payment plan line */
#define GX_FIELD_PAYMENT_PLAN_LINE_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_PAYMENT_PLAN_LINE_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_PAYMENT_PLAN_LINE_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_PAYMENT_PLAN_LINE_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_PAYMENT_PLAN_LINE_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_PAYMENT_PLAN_LINE_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_PAYMENT_PLAN_LINE_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_PAYMENT_PLAN_LINE_CONTRACT 10u /* id of contract, required: Contract */
#define GX_FIELD_PAYMENT_PLAN_LINE_POSITION 11u /* integer, required: Instalment */
#define GX_FIELD_PAYMENT_PLAN_LINE_DUE_ON 12u /* date, required: Due on */
#define GX_FIELD_PAYMENT_PLAN_LINE_AMOUNT 13u /* money, required: Amount */
#define GX_FIELD_PAYMENT_PLAN_LINE_PAID 14u /* money: Paid */
#define GX_FIELD_PAYMENT_PLAN_LINE_PAID_ON 15u /* date: Paid on */
#define GX_FIELD_PAYMENT_PLAN_LINE_CONDITION 16u /* text: Condition */

#define GX_ENTITY_DOCUMENT_LINK 13u /* Document */
#define GX_FIELD_DOCUMENT_LINK_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_DOCUMENT_LINK_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_DOCUMENT_LINK_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_DOCUMENT_LINK_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_DOCUMENT_LINK_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_DOCUMENT_LINK_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_DOCUMENT_LINK_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_DOCUMENT_LINK_TITLE 10u /* text, required: Title */
#define GX_FIELD_DOCUMENT_LINK_URI 11u /* text, required: URI */
#define GX_FIELD_DOCUMENT_LINK_TYPE 12u /* picklist of document_type: Type */
#define GX_FIELD_DOCUMENT_LINK_ENTITY 13u /* text, required: Entity */
#define GX_FIELD_DOCUMENT_LINK_RECORD 14u /* id, required: Record */
#define GX_FIELD_DOCUMENT_LINK_ACCOUNT 15u /* id of account: Account */

#define GX_ENTITY_PROJECT_LINK 14u /* Project */
#define GX_FIELD_PROJECT_LINK_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_PROJECT_LINK_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_PROJECT_LINK_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_PROJECT_LINK_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_PROJECT_LINK_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_PROJECT_LINK_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_PROJECT_LINK_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_PROJECT_LINK_TITLE 10u /* text, required: Project name */
#define GX_FIELD_PROJECT_LINK_PROJECT_KEY 11u /* text, required: Project key */
#define GX_FIELD_PROJECT_LINK_STATUS 12u /* picklist of project_status: Status */
#define GX_FIELD_PROJECT_LINK_ENTITY 13u /* text, required: Entity */
#define GX_FIELD_PROJECT_LINK_RECORD 14u /* id, required: Record */
#define GX_FIELD_PROJECT_LINK_ACCOUNT 15u /* id of account: Account */

#define GX_ENTITY_USER 15u /* User */
#define GX_FIELD_USER_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_USER_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_USER_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_USER_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_USER_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_USER_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_USER_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_USER_NAME 10u /* text, required: Name */
#define GX_FIELD_USER_LOGIN 11u /* text, required: Login */
#define GX_FIELD_USER_DEPARTMENT 12u /* id of department: Department */
#define GX_FIELD_USER_MANAGER 13u /* id of user: Manager */
#define GX_FIELD_USER_STATUS 14u /* picklist of user_status: Status */
#define GX_FIELD_USER_LEVEL 15u /* integer: Security level */
#define GX_FIELD_USER_EMAIL 16u /* text: E-mail */
#define GX_FIELD_USER_PHONE 17u /* text: Phone */
#define GX_FIELD_USER_LANGUAGE 18u /* picklist of language: Language */
#define GX_FIELD_USER_ADMINISTRATOR 19u /* boolean, changed by a command: Administrator */
#define GX_FIELD_USER_CLAIM_LIMIT 20u /* integer: Claim limit */

#define GX_ENTITY_DEPARTMENT 16u /* Department */
#define GX_FIELD_DEPARTMENT_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_DEPARTMENT_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_DEPARTMENT_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_DEPARTMENT_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_DEPARTMENT_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_DEPARTMENT_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_DEPARTMENT_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_DEPARTMENT_NAME 10u /* text, required: Name */
#define GX_FIELD_DEPARTMENT_PARENT 11u /* id of department: Parent */
#define GX_FIELD_DEPARTMENT_MANAGER 12u /* id of user: Manager */
#define GX_FIELD_DEPARTMENT_CODE 13u /* text: Code */

#define GX_ENTITY_TERRITORY 17u /* Territory */
#define GX_FIELD_TERRITORY_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_TERRITORY_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_TERRITORY_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_TERRITORY_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_TERRITORY_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_TERRITORY_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_TERRITORY_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_TERRITORY_NAME 10u /* text, required: Name */
#define GX_FIELD_TERRITORY_PARENT 11u /* id of territory: Parent */
#define GX_FIELD_TERRITORY_MANAGER 12u /* id of user: Manager */

#define GX_ENTITY_ROLE 18u /* Role */
#define GX_FIELD_ROLE_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_ROLE_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_ROLE_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_ROLE_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_ROLE_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_ROLE_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_ROLE_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_ROLE_NAME 10u /* text, required: Name */
#define GX_FIELD_ROLE_CODE 11u /* text, required: Code */

#define GX_ENTITY_ROLE_GRANT 19u /* Role grant */
#define GX_FIELD_ROLE_GRANT_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_ROLE_GRANT_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_ROLE_GRANT_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_ROLE_GRANT_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_ROLE_GRANT_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_ROLE_GRANT_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_ROLE_GRANT_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_ROLE_GRANT_ROLE 10u /* id of role, required: Role */
#define GX_FIELD_ROLE_GRANT_ENTITY 11u /* text, required: Entity */
#define GX_FIELD_ROLE_GRANT_ACTION 12u /* picklist of grant_action, required: Action */
#define GX_FIELD_ROLE_GRANT_SCOPE 13u /* picklist of grant_scope, required: Scope */
#define GX_FIELD_ROLE_GRANT_LEVEL 14u /* integer: Security level */

#define GX_ENTITY_ROLE_MEMBER 20u /* Role member */
#define GX_FIELD_ROLE_MEMBER_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_ROLE_MEMBER_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_ROLE_MEMBER_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_ROLE_MEMBER_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_ROLE_MEMBER_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_ROLE_MEMBER_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_ROLE_MEMBER_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_ROLE_MEMBER_ROLE 10u /* id of role, required: Role */
#define GX_FIELD_ROLE_MEMBER_USER 11u /* id of user, required: User */

#define GX_ENTITY_PICKLIST_ITEM 21u /* Picklist item */
#define GX_FIELD_PICKLIST_ITEM_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_PICKLIST_ITEM_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_PICKLIST_ITEM_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_PICKLIST_ITEM_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_PICKLIST_ITEM_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_PICKLIST_ITEM_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_PICKLIST_ITEM_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_PICKLIST_ITEM_LIST 10u /* text, required: List */
#define GX_FIELD_PICKLIST_ITEM_CODE 11u /* text, required: Code */
#define GX_FIELD_PICKLIST_ITEM_LABEL_ZH 12u /* text: Chinese label */
#define GX_FIELD_PICKLIST_ITEM_LABEL_EN 13u /* text: English label */
#define GX_FIELD_PICKLIST_ITEM_POSITION 14u /* integer: Position */
#define GX_FIELD_PICKLIST_ITEM_RETIRED 15u /* boolean: Retired */

#define GX_ENTITY_CUSTOM_FIELD 22u /* Custom field */
#define GX_FIELD_CUSTOM_FIELD_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_CUSTOM_FIELD_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_CUSTOM_FIELD_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_CUSTOM_FIELD_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_CUSTOM_FIELD_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_CUSTOM_FIELD_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_CUSTOM_FIELD_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_CUSTOM_FIELD_ENTITY 10u /* text, required: Entity */
#define GX_FIELD_CUSTOM_FIELD_NAME 11u /* text, required: Field name */
#define GX_FIELD_CUSTOM_FIELD_NUMBER 12u /* integer, kept by the library: Number */
#define GX_FIELD_CUSTOM_FIELD_TYPE 13u /* picklist of field_type, required: Type */
#define GX_FIELD_CUSTOM_FIELD_LABEL_ZH 14u /* text: Chinese label */
#define GX_FIELD_CUSTOM_FIELD_LABEL_EN 15u /* text: English label */
#define GX_FIELD_CUSTOM_FIELD_PICKLIST 16u /* text: Picklist */
#define GX_FIELD_CUSTOM_FIELD_TARGET 17u /* text: Target entity */
#define GX_FIELD_CUSTOM_FIELD_SCALE 18u /* integer: Scale */
#define GX_FIELD_CUSTOM_FIELD_REQUIRED 19u /* boolean: Required */
#define GX_FIELD_CUSTOM_FIELD_INDEXED 20u /* boolean: Indexed */
#define GX_FIELD_CUSTOM_FIELD_SEARCHABLE 21u /* boolean: Searchable */
#define GX_FIELD_CUSTOM_FIELD_FORMULA 22u /* text: Formula */

#define GX_ENTITY_CUSTOM_ENTITY 23u /* Custom entity */
#define GX_FIELD_CUSTOM_ENTITY_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_CUSTOM_ENTITY_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_CUSTOM_ENTITY_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_CUSTOM_ENTITY_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_CUSTOM_ENTITY_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_CUSTOM_ENTITY_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_CUSTOM_ENTITY_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_CUSTOM_ENTITY_NAME 10u /* text, required: Entity name */
#define GX_FIELD_CUSTOM_ENTITY_NUMBER 11u /* integer, kept by the library: Number */
#define GX_FIELD_CUSTOM_ENTITY_LABEL_ZH 12u /* text: Chinese label */
#define GX_FIELD_CUSTOM_ENTITY_LABEL_EN 13u /* text: English label */

#define GX_ENTITY_READ_LOG 24u /* Read log */
#define GX_FIELD_READ_LOG_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_READ_LOG_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_READ_LOG_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_READ_LOG_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_READ_LOG_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_READ_LOG_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_READ_LOG_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_READ_LOG_QUERY 10u /* text, required, kept by the library: Query */
#define GX_FIELD_READ_LOG_ENTITY 11u /* text, required, kept by the library: Entity */
#define GX_FIELD_READ_LOG_RECORD 12u /* id, required, kept by the library: Record */

#define GX_ENTITY_SAVED_FILTER 25u /* Saved filter */
#define GX_FIELD_SAVED_FILTER_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_SAVED_FILTER_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_SAVED_FILTER_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_SAVED_FILTER_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_SAVED_FILTER_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_SAVED_FILTER_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_SAVED_FILTER_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_SAVED_FILTER_NAME 10u /* text, required: Name */
#define GX_FIELD_SAVED_FILTER_ENTITY 11u /* text, required: Entity */
#define GX_FIELD_SAVED_FILTER_CONDITION 12u /* text, required: Condition */
#define GX_FIELD_SAVED_FILTER_SHARED 13u /* boolean: Shared */
#define GX_FIELD_SAVED_FILTER_OWNER 14u /* id of user, changed by a command: Owner */
#define GX_FIELD_SAVED_FILTER_DEPARTMENT 15u /* id of department, changed by a command: Department */
#define GX_FIELD_SAVED_FILTER_NOTE 16u /* text: Note */

#define GX_ENTITY_SEGMENT 26u /* Segment */
#define GX_FIELD_SEGMENT_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_SEGMENT_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_SEGMENT_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_SEGMENT_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_SEGMENT_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_SEGMENT_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_SEGMENT_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_SEGMENT_NAME 10u /* text, required: Name */
#define GX_FIELD_SEGMENT_ENTITY 11u /* text, required: Entity */
#define GX_FIELD_SEGMENT_CONDITION 12u /* text: Condition */
#define GX_FIELD_SEGMENT_SHARED 13u /* boolean: Shared */
#define GX_FIELD_SEGMENT_OWNER 14u /* id of user, changed by a command: Owner */
#define GX_FIELD_SEGMENT_DEPARTMENT 15u /* id of department, changed by a command: Department */
#define GX_FIELD_SEGMENT_NOTE 16u /* text: Note */

#define GX_ENTITY_SEGMENT_MEMBER 27u /* Segment member */
#define GX_FIELD_SEGMENT_MEMBER_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_SEGMENT_MEMBER_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_SEGMENT_MEMBER_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_SEGMENT_MEMBER_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_SEGMENT_MEMBER_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_SEGMENT_MEMBER_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_SEGMENT_MEMBER_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_SEGMENT_MEMBER_SEGMENT 10u /* id of segment, required: Segment */
#define GX_FIELD_SEGMENT_MEMBER_RECORD 11u /* id, required: Record */
#define GX_FIELD_SEGMENT_MEMBER_EXCLUDED 12u /* boolean: Excluded */

#define GX_ENTITY_VALIDATION_RULE 28u /* Validation rule */
#define GX_FIELD_VALIDATION_RULE_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_VALIDATION_RULE_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_VALIDATION_RULE_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_VALIDATION_RULE_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_VALIDATION_RULE_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_VALIDATION_RULE_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_VALIDATION_RULE_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_VALIDATION_RULE_NAME 10u /* text, required: Name */
#define GX_FIELD_VALIDATION_RULE_ENTITY 11u /* text, required: Entity */
#define GX_FIELD_VALIDATION_RULE_CONDITION 12u /* text, required: Condition */
#define GX_FIELD_VALIDATION_RULE_MESSAGE_ZH 13u /* text, required: Chinese message */
#define GX_FIELD_VALIDATION_RULE_MESSAGE_EN 14u /* text, required: English message */
#define GX_FIELD_VALIDATION_RULE_AT_FIELD 15u /* text: At field */
#define GX_FIELD_VALIDATION_RULE_DISABLED 16u /* boolean: Disabled */

#define GX_ENTITY_DECISION_RULE 29u /* Decision rule */
#define GX_FIELD_DECISION_RULE_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_DECISION_RULE_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_DECISION_RULE_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_DECISION_RULE_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_DECISION_RULE_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_DECISION_RULE_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_DECISION_RULE_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_DECISION_RULE_NAME 10u /* text, required: Name */
#define GX_FIELD_DECISION_RULE_ENTITY 11u /* text, required: Entity */
#define GX_FIELD_DECISION_RULE_MODEL 12u /* text, required: Decision model */
#define GX_FIELD_DECISION_RULE_DECISION 13u /* text, required: Decision */
#define GX_FIELD_DECISION_RULE_MOMENT 14u /* picklist of rule_moment, required: When */
#define GX_FIELD_DECISION_RULE_TARGET 15u /* text: Result field */
#define GX_FIELD_DECISION_RULE_DISABLED 16u /* boolean: Disabled */
#define GX_FIELD_DECISION_RULE_ANSWER_REQUIRED 17u /* boolean: Answer required */

#define GX_ENTITY_DUPLICATE_PAIR 30u /* Possible duplicate */
#define GX_FIELD_DUPLICATE_PAIR_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_DUPLICATE_PAIR_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_DUPLICATE_PAIR_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_DUPLICATE_PAIR_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_DUPLICATE_PAIR_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_DUPLICATE_PAIR_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_DUPLICATE_PAIR_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_DUPLICATE_PAIR_ENTITY 10u /* text, required: Entity */
#define GX_FIELD_DUPLICATE_PAIR_LOW 11u /* id, required: First record */
#define GX_FIELD_DUPLICATE_PAIR_HIGH 12u /* id, required: Second record */
#define GX_FIELD_DUPLICATE_PAIR_STATE 13u /* picklist of duplicate_state, required: State */
#define GX_FIELD_DUPLICATE_PAIR_VERDICT 14u /* picklist of duplicate_verdict: Verdict */
#define GX_FIELD_DUPLICATE_PAIR_SCORE 15u /* decimal: Score */
#define GX_FIELD_DUPLICATE_PAIR_CLUSTER 16u /* id: Group */
#define GX_FIELD_DUPLICATE_PAIR_REASONS 17u /* text: Reasons */
#define GX_FIELD_DUPLICATE_PAIR_OWNER 18u /* id of user, changed by a command: Assignee */
#define GX_FIELD_DUPLICATE_PAIR_DECIDED_BY 19u /* id of user, changed by a command: Decided by */
#define GX_FIELD_DUPLICATE_PAIR_DECIDED_AT 20u /* instant, changed by a command: Decided at */
#define GX_FIELD_DUPLICATE_PAIR_NOTE 21u /* text: Note */

#define GX_ENTITY_DUPLICATE_RULE 31u /* Duplicate rule */
#define GX_FIELD_DUPLICATE_RULE_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_DUPLICATE_RULE_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_DUPLICATE_RULE_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_DUPLICATE_RULE_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_DUPLICATE_RULE_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_DUPLICATE_RULE_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_DUPLICATE_RULE_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_DUPLICATE_RULE_ENTITY 10u /* text, required: Entity */
#define GX_FIELD_DUPLICATE_RULE_SOURCE 11u /* text: Source */
#define GX_FIELD_DUPLICATE_RULE_CHOICE 12u /* picklist of duplicate_choice: Choice */
#define GX_FIELD_DUPLICATE_RULE_REFUSE_AT 13u /* integer: Refuse at */
#define GX_FIELD_DUPLICATE_RULE_WARN_AT 14u /* integer: Warn at */
#define GX_FIELD_DUPLICATE_RULE_EFFORT 15u /* integer: Effort */

#define GX_ENTITY_MERGE_RECORD 32u /* Merge */
#define GX_FIELD_MERGE_RECORD_ID 1u /* id, kept by the library: Id */
#define GX_FIELD_MERGE_RECORD_REVISION 2u /* integer, kept by the library: Revision */
#define GX_FIELD_MERGE_RECORD_CREATED_AT 3u /* instant, kept by the library: Created at */
#define GX_FIELD_MERGE_RECORD_CREATED_BY 4u /* id, kept by the library: Created by */
#define GX_FIELD_MERGE_RECORD_UPDATED_AT 5u /* instant, kept by the library: Updated at */
#define GX_FIELD_MERGE_RECORD_UPDATED_BY 6u /* id, kept by the library: Updated by */
#define GX_FIELD_MERGE_RECORD_ARCHIVED_AT 7u /* instant, kept by the library: Archived at */
#define GX_FIELD_MERGE_RECORD_ENTITY 10u /* text, required, kept by the library: Entity */
#define GX_FIELD_MERGE_RECORD_WINNER 11u /* id, required, kept by the library: Kept record */
#define GX_FIELD_MERGE_RECORD_LOSERS 12u /* set, required, kept by the library: Merged records */
#define GX_FIELD_MERGE_RECORD_RULES 13u /* text, kept by the library: Rules */
#define GX_FIELD_MERGE_RECORD_PROVENANCE 14u /* text, kept by the library: Provenance */
#define GX_FIELD_MERGE_RECORD_MOVED 15u /* integer, kept by the library: Records moved */
#define GX_FIELD_MERGE_RECORD_OWNER 16u /* id of user, kept by the library: Merged by */

#define GX_COMMAND_CHANGE_OWNER 501u /* Change owner */
#define GX_ARGUMENT_CHANGE_OWNER_ENTITY 10u /* text, required: Entity */
#define GX_ARGUMENT_CHANGE_OWNER_RECORD 11u /* id, required: Record */
#define GX_ARGUMENT_CHANGE_OWNER_OWNER 12u /* id of user, required: New owner */

#define GX_COMMAND_HAND_OVER 502u /* Hand over */
#define GX_ARGUMENT_HAND_OVER_FROM 10u /* id of user, required: From */
#define GX_ARGUMENT_HAND_OVER_TO 11u /* id of user, required: To */
#define GX_ARGUMENT_HAND_OVER_ENTITIES 12u /* set: Entities */

#define GX_COMMAND_ACCOUNT_SUSPEND 503u /* Suspend account */
#define GX_ARGUMENT_ACCOUNT_SUSPEND_ACCOUNT 10u /* id of account, required: Account */
#define GX_ARGUMENT_ACCOUNT_SUSPEND_REASON 11u /* text, required: Reason */

#define GX_COMMAND_ACCOUNT_REINSTATE 504u /* Reinstate account */
#define GX_ARGUMENT_ACCOUNT_REINSTATE_ACCOUNT 10u /* id of account, required: Account */

#define GX_COMMAND_POOL_CLAIM 505u /* Claim from pool */
#define GX_ARGUMENT_POOL_CLAIM_ACCOUNT 10u /* id of account, required: Account */

#define GX_COMMAND_POOL_RELEASE 506u /* Release to pool */
#define GX_ARGUMENT_POOL_RELEASE_ACCOUNT 10u /* id of account, required: Account */

#define GX_COMMAND_CONTACT_LINK 507u /* Link contact */
#define GX_ARGUMENT_CONTACT_LINK_ACCOUNT 10u /* id of account, required: Account */
#define GX_ARGUMENT_CONTACT_LINK_CONTACT 11u /* id of contact, required: Contact */
#define GX_ARGUMENT_CONTACT_LINK_ROLE 12u /* picklist of contact_role: Role */
#define GX_ARGUMENT_CONTACT_LINK_IS_PRIMARY 13u /* boolean: Primary */
#define GX_ARGUMENT_CONTACT_LINK_SINCE 14u /* date: Since */
#define GX_ARGUMENT_CONTACT_LINK_UNTIL 15u /* date: Until */

#define GX_COMMAND_RECORD_MERGE 520u /* Merge records */
#define GX_ARGUMENT_RECORD_MERGE_ENTITY 10u /* text, required: Entity */
#define GX_ARGUMENT_RECORD_MERGE_WINNER 11u /* id, required: Winner */
#define GX_ARGUMENT_RECORD_MERGE_LOSERS 12u /* set, required: Losers */
#define GX_ARGUMENT_RECORD_MERGE_RULES 13u /* text: Rules */

#define GX_COMMAND_RECORD_UNMERGE 521u /* Unmerge records */
#define GX_ARGUMENT_RECORD_UNMERGE_ENTITY 10u /* text, required: Entity */
#define GX_ARGUMENT_RECORD_UNMERGE_RECORD 11u /* id, required: Merged record */

#define GX_COMMAND_DUPLICATE_DISMISS 522u /* Not a duplicate */
#define GX_ARGUMENT_DUPLICATE_DISMISS_ENTITY 10u /* text, required: Entity */
#define GX_ARGUMENT_DUPLICATE_DISMISS_FIRST 11u /* id, required: First record */
#define GX_ARGUMENT_DUPLICATE_DISMISS_SECOND 12u /* id, required: Second record */
#define GX_ARGUMENT_DUPLICATE_DISMISS_NOTE 13u /* text: Note */

#define GX_COMMAND_LEAD_CONVERT 523u /* Convert lead */
#define GX_ARGUMENT_LEAD_CONVERT_LEAD 10u /* id of lead, required: Lead */
#define GX_ARGUMENT_LEAD_CONVERT_ACCOUNT 11u /* id of account: Existing account */
#define GX_ARGUMENT_LEAD_CONVERT_CONTACT 12u /* id of contact: Existing contact */

#define GX_QUERY_TIMELINE 601u /* Timeline: gives row.timeline */
#define GX_ARGUMENT_TIMELINE_ACCOUNT 10u /* id of account, required: Account */
#define GX_ARGUMENT_TIMELINE_LIMIT 11u /* integer: Limit */
#define GX_ARGUMENT_TIMELINE_BEFORE 12u /* instant: Before */

#define GX_QUERY_HISTORY 602u /* History: gives row.change */
#define GX_ARGUMENT_HISTORY_ENTITY 10u /* text, required: Entity */
#define GX_ARGUMENT_HISTORY_RECORD 11u /* id, required: Record */
#define GX_ARGUMENT_HISTORY_LIMIT 12u /* integer: Limit */

#define GX_QUERY_CHANGES 603u /* Changes: gives row.change */
#define GX_ARGUMENT_CHANGES_SINCE 10u /* integer: Since */
#define GX_ARGUMENT_CHANGES_LIMIT 11u /* integer: Limit */

#define GX_QUERY_READS 604u /* Reads: gives row.read */
#define GX_ARGUMENT_READS_ENTITY 10u /* text, required: Entity */
#define GX_ARGUMENT_READS_RECORD 11u /* id, required: Record */
#define GX_ARGUMENT_READS_LIMIT 12u /* integer: Limit */

#define GX_QUERY_WORKLOAD 605u /* Workload: gives row.workload */

#define GX_QUERY_AGENDA 606u /* Agenda: gives row.agenda */
#define GX_ARGUMENT_AGENDA_FROM 10u /* instant, required: From */
#define GX_ARGUMENT_AGENDA_TO 11u /* instant, required: To */
#define GX_ARGUMENT_AGENDA_USER 12u /* id of user: User */
#define GX_ARGUMENT_AGENDA_LIMIT 13u /* integer: Limit */

#define GX_QUERY_DIMENSIONS 607u /* Dimensions: gives row.dimension */
#define GX_ARGUMENT_DIMENSIONS_ENTITY 10u /* text, required: Entity */
#define GX_ARGUMENT_DIMENSIONS_MEASURE 11u /* text: Measure */

#define GX_QUERY_DEPARTMENTS 608u /* Departments: gives row.department */
#define GX_ARGUMENT_DEPARTMENTS_ENTITY 10u /* text, required: Entity */
#define GX_ARGUMENT_DEPARTMENTS_MEASURE 11u /* text: Measure */

#define GX_QUERY_CALLERS 609u /* Callers: gives row.caller */
#define GX_ARGUMENT_CALLERS_NUMBER 10u /* text, required: Number */

#define GX_QUERY_PERMISSION 610u /* Permission: gives row.permission */
#define GX_ARGUMENT_PERMISSION_ACTION 10u /* text, required: Action */
#define GX_ARGUMENT_PERMISSION_ENTITY 11u /* text, required: Entity */
#define GX_ARGUMENT_PERMISSION_RECORD 12u /* id: Record */

#define GX_QUERY_DOCUMENT_LINKS 611u /* Document links: gives document_link */
#define GX_ARGUMENT_DOCUMENT_LINKS_URI 10u /* text, required: URI */

#define GX_QUERY_PROJECT_LINKS 612u /* Project links: gives project_link */
#define GX_ARGUMENT_PROJECT_LINKS_KEY 10u /* text, required: Key */

#define GX_QUERY_MY_CUSTOMERS 613u /* My customers: gives account */
#define GX_ARGUMENT_MY_CUSTOMERS_LIMIT 10u /* integer: Limit */

#define GX_ROW_TIMELINE 701u /* Timeline */
#define GX_COLUMN_TIMELINE_AT 10u /* instant: At */
#define GX_COLUMN_TIMELINE_KIND 11u /* text: Kind */
#define GX_COLUMN_TIMELINE_ENTITY 12u /* text: Entity */
#define GX_COLUMN_TIMELINE_RECORD 13u /* id: Record */
#define GX_COLUMN_TIMELINE_TITLE 14u /* text: Title */
#define GX_COLUMN_TIMELINE_DETAIL 15u /* text: Detail */
#define GX_COLUMN_TIMELINE_WHO 16u /* text: Who */

#define GX_ROW_CHANGE 702u /* Change */
#define GX_COLUMN_CHANGE_SEQ 10u /* integer: Seq */
#define GX_COLUMN_CHANGE_CHANGE_SET 11u /* integer: Change set */
#define GX_COLUMN_CHANGE_AT 12u /* instant: At */
#define GX_COLUMN_CHANGE_ACTOR 13u /* id: Actor */
#define GX_COLUMN_CHANGE_ACTOR_NAME 14u /* text: Actor name */
#define GX_COLUMN_CHANGE_COMMAND 15u /* text: Command */
#define GX_COLUMN_CHANGE_REASON 16u /* text: Reason */
#define GX_COLUMN_CHANGE_KIND 17u /* text: Kind */
#define GX_COLUMN_CHANGE_ENTITY 18u /* text: Entity */
#define GX_COLUMN_CHANGE_RECORD 19u /* id: Record */
#define GX_COLUMN_CHANGE_FIELDS 20u /* text: Fields (JSON) */

#define GX_ROW_READ 703u /* Read */
#define GX_COLUMN_READ_AT 10u /* instant: At */
#define GX_COLUMN_READ_ACTOR 11u /* id: Actor */
#define GX_COLUMN_READ_ACTOR_NAME 12u /* text: Actor name */
#define GX_COLUMN_READ_QUERY 13u /* text: Query */

#define GX_ROW_WORKLOAD 704u /* Workload */
#define GX_COLUMN_WORKLOAD_USER 10u /* id: User */
#define GX_COLUMN_WORKLOAD_NAME 11u /* text: Name */
#define GX_COLUMN_WORKLOAD_OVERDUE 12u /* integer: Overdue */
#define GX_COLUMN_WORKLOAD_OWNED 13u /* text: Owned (JSON) */

#define GX_ROW_AGENDA 705u /* Agenda */
#define GX_COLUMN_AGENDA_ACTIVITY 10u /* id of activity: Activity */
#define GX_COLUMN_AGENDA_SUBJECT 11u /* text: Subject */
#define GX_COLUMN_AGENDA_TYPE 12u /* text: Type */
#define GX_COLUMN_AGENDA_STARTS_AT 13u /* instant: Starts at */
#define GX_COLUMN_AGENDA_DUE_AT 14u /* instant: Due at */
#define GX_COLUMN_AGENDA_ACCOUNT 15u /* id of account: Account */
#define GX_COLUMN_AGENDA_ACCOUNT_NAME 16u /* text: Account name */
#define GX_COLUMN_AGENDA_OVERDUE 17u /* boolean: Overdue */

#define GX_ROW_DIMENSION 706u /* Dimension */
#define GX_COLUMN_DIMENSION_FIELD 10u /* text: Field */
#define GX_COLUMN_DIMENSION_FIELD_LABEL 11u /* text: Field label */
#define GX_COLUMN_DIMENSION_VALUE 12u /* text: Value */
#define GX_COLUMN_DIMENSION_LABEL 13u /* text: Label */
#define GX_COLUMN_DIMENSION_COUNT 14u /* integer: Count */
#define GX_COLUMN_DIMENSION_SUMS 15u /* text: Sums (JSON) */

#define GX_ROW_DEPARTMENT 707u /* Department */
#define GX_COLUMN_DEPARTMENT_DEPARTMENT 10u /* id of department: Department */
#define GX_COLUMN_DEPARTMENT_NAME 11u /* text: Name */
#define GX_COLUMN_DEPARTMENT_PARENT 12u /* id of department: Parent */
#define GX_COLUMN_DEPARTMENT_OWN 13u /* integer: Own */
#define GX_COLUMN_DEPARTMENT_TOTAL 14u /* integer: Total */
#define GX_COLUMN_DEPARTMENT_OWN_SUMS 15u /* text: Own sums (JSON) */
#define GX_COLUMN_DEPARTMENT_TOTAL_SUMS 16u /* text: Total sums (JSON) */

#define GX_ROW_CALLER 708u /* Caller */
#define GX_COLUMN_CALLER_ENTITY 10u /* text: Entity */
#define GX_COLUMN_CALLER_RECORD 11u /* id: Record */
#define GX_COLUMN_CALLER_NAME 12u /* text: Name */
#define GX_COLUMN_CALLER_ACCOUNT 13u /* id of account: Account */
#define GX_COLUMN_CALLER_ACCOUNT_NAME 14u /* text: Account name */

#define GX_ROW_PERMISSION 709u /* Permission */
#define GX_COLUMN_PERMISSION_ALLOWED 10u /* boolean: Allowed */
#define GX_COLUMN_PERMISSION_REASON 11u /* text: Reason */

#define GX_ROW_DUPLICATE 710u /* Duplicate */
#define GX_COLUMN_DUPLICATE_ENTITY 10u /* text: Entity */
#define GX_COLUMN_DUPLICATE_RECORD 11u /* id: Record */
#define GX_COLUMN_DUPLICATE_NAME 12u /* text: Name */
#define GX_COLUMN_DUPLICATE_MASKED 13u /* boolean: Masked */
#define GX_COLUMN_DUPLICATE_CERTAIN 14u /* boolean: Certain */
#define GX_COLUMN_DUPLICATE_STRONG 15u /* boolean: Strong */
#define GX_COLUMN_DUPLICATE_REASON 16u /* text: Reason */
#define GX_COLUMN_DUPLICATE_VERDICT 17u /* text: Verdict */
#define GX_COLUMN_DUPLICATE_SCORE 18u /* decimal: Score */
#define GX_COLUMN_DUPLICATE_EXPLANATION 19u /* text: Explanation */

#define GX_ROW_FACT 711u /* Fact */
#define GX_COLUMN_FACT_SOURCE 10u /* text: Source */
#define GX_COLUMN_FACT_NAME 11u /* text: Name */
#define GX_COLUMN_FACT_LABEL 12u /* text: Label */
#define GX_COLUMN_FACT_VALUE 13u /* text: Value */
#define GX_COLUMN_FACT_AS_OF 14u /* instant: As of */
#define GX_COLUMN_FACT_ERROR 15u /* text: Error */

#define GX_ROW_CARD_COUNT 712u /* Count */
#define GX_COLUMN_CARD_COUNT_NAME 10u /* text: Name */
#define GX_COLUMN_CARD_COUNT_LABEL 11u /* text: Label */
#define GX_COLUMN_CARD_COUNT_COUNT 12u /* integer: Count */
#define GX_COLUMN_CARD_COUNT_AMOUNTS 13u /* text: Amounts (JSON) */
#define GX_COLUMN_CARD_COUNT_ENTITY 14u /* text: Entity */

#endif
