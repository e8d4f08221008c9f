"""The built-in entities, each with its fields. Printed by guanxi_generate from the descriptors: do not edit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from ._fields import (
    BooleanField,
    DateField,
    DecimalField,
    IdField,
    InstantField,
    IntegerField,
    MoneyField,
    SetField,
    TextField,
)
from ._record import Record
from .values import Money, Reference

__all__ = [
    "Account",
    "Contact",
    "AccountContact",
    "ContactPoint",
    "PartyIdentifier",
    "Lead",
    "Opportunity",
    "StageChange",
    "Activity",
    "ServiceRequest",
    "Contract",
    "PaymentPlanLine",
    "DocumentLink",
    "ProjectLink",
    "User",
    "Department",
    "Territory",
    "Role",
    "RoleGrant",
    "RoleMember",
    "PicklistItem",
    "CustomField",
    "CustomEntity",
    "ReadLog",
    "SavedFilter",
    "Segment",
    "SegmentMember",
    "ValidationRule",
    "DecisionRule",
    "DuplicatePair",
    "DuplicateRule",
    "MergeRecord",
]


class Account(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    short_name: TextField
    english_name: TextField
    number: TextField
    kind: TextField
    roles: SetField
    parent: IdField
    tier: TextField
    key_account: BooleanField
    status: TextField
    sensitivity: IntegerField
    owner: IdField
    department: IdField
    territory: IdField
    industry: TextField
    size: TextField
    employees: IntegerField
    source: TextField
    revenue: MoneyField
    capital: MoneyField
    credit: TextField
    credit_limit: MoneyField
    suspended: BooleanField
    suspend_reason: TextField
    tax_id: TextField
    phone: TextField
    fax: TextField
    email: TextField
    website: TextField
    country: TextField
    province: TextField
    city: TextField
    address: TextField
    postcode: TextField
    founded: DateField
    tags: SetField
    note: TextField
    merged_into: IdField
    def __init__(
        self,
        *,
        name: str | None = ...,
        short_name: str | None = ...,
        english_name: str | None = ...,
        number: str | None = ...,
        kind: str | None = ...,
        roles: Iterable[str] | None = ...,
        parent: Reference | None = ...,
        tier: str | None = ...,
        key_account: bool | None = ...,
        status: str | None = ...,
        sensitivity: int | None = ...,
        owner: Reference | None = ...,
        department: Reference | None = ...,
        territory: Reference | None = ...,
        industry: str | None = ...,
        size: str | None = ...,
        employees: int | None = ...,
        source: str | None = ...,
        revenue: Money | None = ...,
        capital: Money | None = ...,
        credit: str | None = ...,
        credit_limit: Money | None = ...,
        suspended: bool | None = ...,
        suspend_reason: str | None = ...,
        tax_id: str | None = ...,
        phone: str | None = ...,
        fax: str | None = ...,
        email: str | None = ...,
        website: str | None = ...,
        country: str | None = ...,
        province: str | None = ...,
        city: str | None = ...,
        address: str | None = ...,
        postcode: str | None = ...,
        founded: date | None = ...,
        tags: Iterable[str] | None = ...,
        note: str | None = ...,
    ) -> None: ...


class Contact(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    given_name: TextField
    family_name: TextField
    title: TextField
    department_name: TextField
    account: IdField
    mobile: TextField
    phone: TextField
    email: TextField
    wechat: TextField
    birthday: DateField
    owner: IdField
    department: IdField
    sensitivity: IntegerField
    portal: BooleanField
    tags: SetField
    note: TextField
    address: TextField
    city: TextField
    merged_into: IdField
    def __init__(
        self,
        *,
        name: str | None = ...,
        given_name: str | None = ...,
        family_name: str | None = ...,
        title: str | None = ...,
        department_name: str | None = ...,
        account: Reference | None = ...,
        mobile: str | None = ...,
        phone: str | None = ...,
        email: str | None = ...,
        wechat: str | None = ...,
        birthday: date | None = ...,
        owner: Reference | None = ...,
        department: Reference | None = ...,
        sensitivity: int | None = ...,
        portal: bool | None = ...,
        tags: Iterable[str] | None = ...,
        note: str | None = ...,
        address: str | None = ...,
        city: str | None = ...,
    ) -> None: ...


class AccountContact(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    account: IdField
    contact: IdField
    role: TextField
    is_primary: BooleanField
    since: DateField
    until: DateField
    def __init__(
        self,
        *,
        account: Reference | None = ...,
        contact: Reference | None = ...,
        role: str | None = ...,
        is_primary: bool | None = ...,
        since: date | None = ...,
        until: date | None = ...,
    ) -> None: ...


class ContactPoint(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    account: IdField
    contact: IdField
    type: TextField
    value: TextField
    normalized: TextField
    purpose: TextField
    preferred: BooleanField
    consent: TextField
    consent_at: InstantField
    def __init__(
        self,
        *,
        account: Reference | None = ...,
        contact: Reference | None = ...,
        type: str | None = ...,
        value: str | None = ...,
        purpose: str | None = ...,
        preferred: bool | None = ...,
        consent: str | None = ...,
        consent_at: datetime | None = ...,
    ) -> None: ...


class PartyIdentifier(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    entity: TextField
    record: IdField
    type: TextField
    system: TextField
    value: TextField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        record: Reference | None = ...,
        type: str | None = ...,
        system: str | None = ...,
        value: str | None = ...,
    ) -> None: ...


class Lead(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    company: TextField
    title: TextField
    phone: TextField
    email: TextField
    status: TextField
    source: TextField
    industry: TextField
    score: IntegerField
    owner: IdField
    department: IdField
    account: IdField
    contact: IdField
    sensitivity: IntegerField
    province: TextField
    tags: SetField
    note: TextField
    score_reason: TextField
    merged_into: IdField
    def __init__(
        self,
        *,
        name: str | None = ...,
        company: str | None = ...,
        title: str | None = ...,
        phone: str | None = ...,
        email: str | None = ...,
        status: str | None = ...,
        source: str | None = ...,
        industry: str | None = ...,
        score: int | None = ...,
        owner: Reference | None = ...,
        department: Reference | None = ...,
        account: Reference | None = ...,
        contact: Reference | None = ...,
        sensitivity: int | None = ...,
        province: str | None = ...,
        tags: Iterable[str] | None = ...,
        note: str | None = ...,
        score_reason: str | None = ...,
    ) -> None: ...


class Opportunity(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    number: TextField
    account: IdField
    contact: IdField
    stage: TextField
    stage_since: InstantField
    amount: MoneyField
    probability: IntegerField
    opened_on: DateField
    close_on: DateField
    product: TextField
    source: TextField
    lost_reason: TextField
    competitor: TextField
    owner: IdField
    department: IdField
    sensitivity: IntegerField
    tags: SetField
    note: TextField
    score: IntegerField
    score_reason: TextField
    def __init__(
        self,
        *,
        name: str | None = ...,
        number: str | None = ...,
        account: Reference | None = ...,
        contact: Reference | None = ...,
        stage: str | None = ...,
        amount: Money | None = ...,
        probability: int | None = ...,
        opened_on: date | None = ...,
        close_on: date | None = ...,
        product: str | None = ...,
        source: str | None = ...,
        lost_reason: str | None = ...,
        competitor: str | None = ...,
        owner: Reference | None = ...,
        department: Reference | None = ...,
        sensitivity: int | None = ...,
        tags: Iterable[str] | None = ...,
        note: str | None = ...,
        score: int | None = ...,
        score_reason: str | None = ...,
    ) -> None: ...


class StageChange(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    opportunity: IdField
    from_stage: TextField
    to_stage: TextField
    at: InstantField
    seconds: IntegerField
    amount: MoneyField
    holder: IdField
    def __init__(
        self,
        *,
        opportunity: Reference | None = ...,
        from_stage: str | None = ...,
        to_stage: str | None = ...,
        at: datetime | None = ...,
        seconds: int | None = ...,
        amount: Money | None = ...,
        holder: Reference | None = ...,
    ) -> None: ...


class Activity(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    type: TextField
    subject: TextField
    status: TextField
    priority: TextField
    direction: TextField
    starts_at: InstantField
    ends_at: InstantField
    due_at: InstantField
    done_at: InstantField
    account: IdField
    contact: IdField
    lead: IdField
    opportunity: IdField
    request: IdField
    contract: IdField
    owner: IdField
    department: IdField
    sensitivity: IntegerField
    location: TextField
    outcome: TextField
    body: TextField
    def __init__(
        self,
        *,
        type: str | None = ...,
        subject: str | None = ...,
        status: str | None = ...,
        priority: str | None = ...,
        direction: str | None = ...,
        starts_at: datetime | None = ...,
        ends_at: datetime | None = ...,
        due_at: datetime | None = ...,
        done_at: datetime | None = ...,
        account: Reference | None = ...,
        contact: Reference | None = ...,
        lead: Reference | None = ...,
        opportunity: Reference | None = ...,
        request: Reference | None = ...,
        contract: Reference | None = ...,
        owner: Reference | None = ...,
        department: Reference | None = ...,
        sensitivity: int | None = ...,
        location: str | None = ...,
        outcome: str | None = ...,
        body: str | None = ...,
    ) -> None: ...


class ServiceRequest(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    number: TextField
    type: TextField
    subject: TextField
    body: TextField
    status: TextField
    priority: TextField
    channel: TextField
    account: IdField
    contact: IdField
    contract: IdField
    owner: IdField
    department: IdField
    sensitivity: IntegerField
    due_at: InstantField
    closed_at: InstantField
    rating: IntegerField
    solution: TextField
    tags: SetField
    def __init__(
        self,
        *,
        type: str | None = ...,
        subject: str | None = ...,
        body: str | None = ...,
        status: str | None = ...,
        priority: str | None = ...,
        channel: str | None = ...,
        account: Reference | None = ...,
        contact: Reference | None = ...,
        contract: Reference | None = ...,
        owner: Reference | None = ...,
        department: Reference | None = ...,
        sensitivity: int | None = ...,
        due_at: datetime | None = ...,
        closed_at: datetime | None = ...,
        rating: int | None = ...,
        solution: str | None = ...,
        tags: Iterable[str] | None = ...,
    ) -> None: ...


class Contract(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    number: TextField
    name: TextField
    account: IdField
    opportunity: IdField
    type: TextField
    status: TextField
    amount: MoneyField
    signed_on: DateField
    starts_on: DateField
    ends_on: DateField
    signer: TextField
    payment_terms: TextField
    owner: IdField
    department: IdField
    sensitivity: IntegerField
    body: TextField
    tags: SetField
    def __init__(
        self,
        *,
        number: str | None = ...,
        name: str | None = ...,
        account: Reference | None = ...,
        opportunity: Reference | None = ...,
        type: str | None = ...,
        status: str | None = ...,
        amount: Money | None = ...,
        signed_on: date | None = ...,
        starts_on: date | None = ...,
        ends_on: date | None = ...,
        signer: str | None = ...,
        payment_terms: str | None = ...,
        owner: Reference | None = ...,
        department: Reference | None = ...,
        sensitivity: int | None = ...,
        body: str | None = ...,
        tags: Iterable[str] | None = ...,
    ) -> None: ...


class PaymentPlanLine(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    contract: IdField
    position: IntegerField
    due_on: DateField
    amount: MoneyField
    paid: MoneyField
    paid_on: DateField
    condition: TextField
    def __init__(
        self,
        *,
        contract: Reference | None = ...,
        position: int | None = ...,
        due_on: date | None = ...,
        amount: Money | None = ...,
        paid: Money | None = ...,
        paid_on: date | None = ...,
        condition: str | None = ...,
    ) -> None: ...


class DocumentLink(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    title: TextField
    uri: TextField
    type: TextField
    entity: TextField
    record: IdField
    account: IdField
    def __init__(
        self,
        *,
        title: str | None = ...,
        uri: str | None = ...,
        type: str | None = ...,
        entity: str | None = ...,
        record: Reference | None = ...,
        account: Reference | None = ...,
    ) -> None: ...


class ProjectLink(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    title: TextField
    project_key: TextField
    status: TextField
    entity: TextField
    record: IdField
    account: IdField
    def __init__(
        self,
        *,
        title: str | None = ...,
        project_key: str | None = ...,
        status: str | None = ...,
        entity: str | None = ...,
        record: Reference | None = ...,
        account: Reference | None = ...,
    ) -> None: ...


class User(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    login: TextField
    department: IdField
    manager: IdField
    status: TextField
    level: IntegerField
    email: TextField
    phone: TextField
    language: TextField
    administrator: BooleanField
    claim_limit: IntegerField
    def __init__(
        self,
        *,
        name: str | None = ...,
        login: str | None = ...,
        department: Reference | None = ...,
        manager: Reference | None = ...,
        status: str | None = ...,
        level: int | None = ...,
        email: str | None = ...,
        phone: str | None = ...,
        language: str | None = ...,
        administrator: bool | None = ...,
        claim_limit: int | None = ...,
    ) -> None: ...


class Department(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    parent: IdField
    manager: IdField
    code: TextField
    def __init__(
        self,
        *,
        name: str | None = ...,
        parent: Reference | None = ...,
        manager: Reference | None = ...,
        code: str | None = ...,
    ) -> None: ...


class Territory(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    parent: IdField
    manager: IdField
    def __init__(
        self,
        *,
        name: str | None = ...,
        parent: Reference | None = ...,
        manager: Reference | None = ...,
    ) -> None: ...


class Role(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    code: TextField
    def __init__(
        self,
        *,
        name: str | None = ...,
        code: str | None = ...,
    ) -> None: ...


class RoleGrant(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    role: IdField
    entity: TextField
    action: TextField
    scope: TextField
    level: IntegerField
    def __init__(
        self,
        *,
        role: Reference | None = ...,
        entity: str | None = ...,
        action: str | None = ...,
        scope: str | None = ...,
        level: int | None = ...,
    ) -> None: ...


class RoleMember(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    role: IdField
    user: IdField
    def __init__(
        self,
        *,
        role: Reference | None = ...,
        user: Reference | None = ...,
    ) -> None: ...


class PicklistItem(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    list: TextField
    code: TextField
    label_zh: TextField
    label_en: TextField
    position: IntegerField
    retired: BooleanField
    def __init__(
        self,
        *,
        list: str | None = ...,
        code: str | None = ...,
        label_zh: str | None = ...,
        label_en: str | None = ...,
        position: int | None = ...,
        retired: bool | None = ...,
    ) -> None: ...


class CustomField(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    entity: TextField
    name: TextField
    number: IntegerField
    type: TextField
    label_zh: TextField
    label_en: TextField
    picklist: TextField
    target: TextField
    scale: IntegerField
    required: BooleanField
    indexed: BooleanField
    searchable: BooleanField
    formula: TextField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        name: str | None = ...,
        type: str | None = ...,
        label_zh: str | None = ...,
        label_en: str | None = ...,
        picklist: str | None = ...,
        target: str | None = ...,
        scale: int | None = ...,
        required: bool | None = ...,
        indexed: bool | None = ...,
        searchable: bool | None = ...,
        formula: str | None = ...,
    ) -> None: ...


class CustomEntity(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    number: IntegerField
    label_zh: TextField
    label_en: TextField
    def __init__(
        self,
        *,
        name: str | None = ...,
        label_zh: str | None = ...,
        label_en: str | None = ...,
    ) -> None: ...


class ReadLog(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    query: TextField
    entity: TextField
    record: IdField
    def __init__(self) -> None: ...


class SavedFilter(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    entity: TextField
    condition: TextField
    shared: BooleanField
    owner: IdField
    department: IdField
    note: TextField
    def __init__(
        self,
        *,
        name: str | None = ...,
        entity: str | None = ...,
        condition: str | None = ...,
        shared: bool | None = ...,
        owner: Reference | None = ...,
        department: Reference | None = ...,
        note: str | None = ...,
    ) -> None: ...


class Segment(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    entity: TextField
    condition: TextField
    shared: BooleanField
    owner: IdField
    department: IdField
    note: TextField
    def __init__(
        self,
        *,
        name: str | None = ...,
        entity: str | None = ...,
        condition: str | None = ...,
        shared: bool | None = ...,
        owner: Reference | None = ...,
        department: Reference | None = ...,
        note: str | None = ...,
    ) -> None: ...


class SegmentMember(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    segment: IdField
    record: IdField
    excluded: BooleanField
    def __init__(
        self,
        *,
        segment: Reference | None = ...,
        record: Reference | None = ...,
        excluded: bool | None = ...,
    ) -> None: ...


class ValidationRule(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    entity: TextField
    condition: TextField
    message_zh: TextField
    message_en: TextField
    at_field: TextField
    disabled: BooleanField
    def __init__(
        self,
        *,
        name: str | None = ...,
        entity: str | None = ...,
        condition: str | None = ...,
        message_zh: str | None = ...,
        message_en: str | None = ...,
        at_field: str | None = ...,
        disabled: bool | None = ...,
    ) -> None: ...


class DecisionRule(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    name: TextField
    entity: TextField
    model: TextField
    decision: TextField
    moment: TextField
    target: TextField
    disabled: BooleanField
    answer_required: BooleanField
    def __init__(
        self,
        *,
        name: str | None = ...,
        entity: str | None = ...,
        model: str | None = ...,
        decision: str | None = ...,
        moment: str | None = ...,
        target: str | None = ...,
        disabled: bool | None = ...,
        answer_required: bool | None = ...,
    ) -> None: ...


class DuplicatePair(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    entity: TextField
    low: IdField
    high: IdField
    state: TextField
    verdict: TextField
    score: DecimalField
    cluster: IdField
    reasons: TextField
    owner: IdField
    decided_by: IdField
    decided_at: InstantField
    note: TextField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        low: Reference | None = ...,
        high: Reference | None = ...,
        state: str | None = ...,
        verdict: str | None = ...,
        score: Decimal | int | None = ...,
        cluster: Reference | None = ...,
        reasons: str | None = ...,
        owner: Reference | None = ...,
        decided_by: Reference | None = ...,
        decided_at: datetime | None = ...,
        note: str | None = ...,
    ) -> None: ...


class DuplicateRule(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    entity: TextField
    source: TextField
    choice: TextField
    refuse_at: IntegerField
    warn_at: IntegerField
    effort: IntegerField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        source: str | None = ...,
        choice: str | None = ...,
        refuse_at: int | None = ...,
        warn_at: int | None = ...,
        effort: int | None = ...,
    ) -> None: ...


class MergeRecord(Record):
    id: IdField
    revision: IntegerField
    created_at: InstantField
    created_by: IdField
    updated_at: InstantField
    updated_by: IdField
    archived_at: InstantField
    entity: TextField
    winner: IdField
    losers: SetField
    rules: TextField
    provenance: TextField
    moved: IntegerField
    owner: IdField
    def __init__(self) -> None: ...
