"""guanxi feel, guanxi dmn, guanxi dmn tck."""

MODEL = """<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:example:discount" name="discount">
<inputData name="amount" id="amount"><variable name="amount" typeRef="number"/></inputData>
<decision name="Discount" id="Discount"><variable name="Discount" typeRef="number"/>
<informationRequirement><requiredInput href="#amount"/></informationRequirement>
<literalExpression><text>if amount &gt; 100 then amount / 10 else 0</text></literalExpression></decision></definitions>"""

CASES = """<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
xmlns:xsd="http://www.w3.org/2001/XMLSchema"><modelName>discount.dmn</modelName>
<testCase id="001"><inputNode name="amount"><value xsi:type="xsd:decimal">250</value></inputNode>
<resultNode name="Discount"><expected><value xsi:type="xsd:decimal">25</value></expected></resultNode></testCase>
<testCase id="002"><resultNode name="Discount"><expected><value xsi:type="xsd:decimal">WRONG</value></expected></resultNode></testCase></testCases>"""


def test_an_expression(guanxi):
    assert guanxi("feel", "0.1 + 0.2 = 0.3").out == "true\n"
    assert guanxi("feel", "for i in 1..3 return i * i", "--json").json["value"] == [1, 4, 9]


def test_an_expression_with_names(guanxi):
    guanxi.write("in.json", '{"Full Name": "Li", "size": 3}')
    assert guanxi("feel", "Full Name + string(size)", "--context", "in.json").out == '"Li3"\n'
    guanxi.refuses("feel", "Name", "--context", "in.json", code=3, sentence="there is nothing called “Name”. Known here: Full Name, size.")


def test_what_is_wrong_with_an_expression(guanxi):
    guanxi.refuses("feel", "1 +", code=1, sentence="Character 4: expected an expression, found the end.")
    guanxi.refuses("feel", "1 +", code=1, sentence="第 4 个字符", lang="zh")
    guanxi.refuses("feel", "1", "--context", "none.json", code=3, sentence="none.json cannot be read.")


def test_a_null_says_why(guanxi):
    assert guanxi("feel", "1 / 0").out.splitlines() == ["null", "Nothing can be divided by zero."]


def test_a_decision(guanxi):
    guanxi.write("discount.dmn", MODEL)
    guanxi.write("in.json", '{"amount": 250}')
    assert guanxi("dmn", "discount.dmn").out == "Discount\n"
    assert guanxi("dmn", "discount.dmn", "--decision", "Discount", "--input", "in.json").out == "25\n"
    guanxi.refuses("dmn", "discount.dmn", "--decision", "None", code=3, sentence="called “None”")


def test_the_faults_of_a_model_are_listed(guanxi):
    guanxi.write("broken.dmn", MODEL.replace("else 0", "otherwise 0"))
    assert "Discount: Character" in guanxi("dmn", "broken.dmn", code=1).out


def test_the_conformance_kit(guanxi):
    (guanxi.folder / "kit" / "one").mkdir(parents=True)
    guanxi.write("kit/one/discount.dmn", MODEL)
    guanxi.write("kit/one/discount-test-01.xml", CASES)
    said = guanxi("dmn", "tck", "kit", code=1)
    assert said.out.splitlines()[-1] == "1 of 2 cases pass; of those that expect a value, 1 of 1"
    assert (guanxi.folder / "tck_results.csv").read_text().splitlines()[0] == '"one","discount-test-01.xml","001","SUCCESS",""'
