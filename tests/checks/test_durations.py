"""What Trainer advises about a duration, Trainer accepts."""

from hypothesis import given
from hypothesis import strategies as st

from trainer.checks.durations import agree, likely_for
from trainer.model import Duration


@given(st.floats(1, 2000))
def test_the_advised_duration_passes(total: float) -> None:
    advised = Duration(likely_for(total))
    assert Duration.fits(advised)
    assert agree(advised.minutes, total)
