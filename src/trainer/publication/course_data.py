"""The course's outline as a script: what the browser counts progress with."""

import json
from collections.abc import Iterable
from typing import Any

from trainer.activities import KINDS, kind_of
from trainer.model import Activity, Course, Lesson, Module
from trainer.model.addresses import path_of
from trainer.publication.assets import COURSE
from trainer.publication.values import Asset


def course_asset(course: Course) -> Asset:
    """Return `window.trainerCourse` as a file beside the pages."""
    text = json.dumps(course_data(course), ensure_ascii=False, separators=(",", ":"))
    return Asset(COURSE, f"window.trainerCourse={text};\n".encode())


def course_data(course: Course) -> dict[str, Any]:
    """Return modules, lessons and activities, with the former names of each."""
    return {
        "id": course.head.id,
        "version": str(course.head.version),
        "title": course.head.title,
        "completion": [str(kind) for kind in course.head.completion] or list(KINDS),
        "modules": [_module(module) for module in course.modules],
        "cases": [
            {
                "path": path_of("vignette", vignette.id),
                "id": vignette.id,
                **_formerly(vignette.formerly),
            }
            for vignette in course.vignettes
        ],
    }


def _module(module: Module) -> dict[str, Any]:
    return {
        "path": path_of("module", module.id),
        "lessons": [_lesson(lesson) for lesson in module.lessons],
    }


def _lesson(lesson: Lesson) -> dict[str, Any]:
    return {
        "path": path_of("lesson", lesson.id),
        "minutes": round(lesson.duration.minutes),
        "activities": [_activity(activity) for activity in lesson.exercises()],
        **_formerly(lesson.formerly),
    }


def _activity(activity: Activity) -> dict[str, Any]:
    return {
        "id": activity.id,
        "kind": kind_of(activity).name,
        **_formerly(activity.formerly),
    }


def _formerly(names: Iterable[str]) -> dict[str, list[str]]:
    former = [str(name) for name in names]
    return {"formerly": former} if former else {}
