import pytest
@pytest.mark.browser
def test_x(visit, axe):
    page = visit("""
      - question:
          id: q
          prompt: What?
          options:
            - {text: A, verdict: holds, feedback: Yes}
            - {text: B, verdict: costs, feedback: Yes}
    """)
    axe(page)
