"""The module, with a real program behind it: ROLECALL_BIN, or that of the wheel."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import rolecall

AD = "Community manager (H/F). Vos missions : animer la communauté, répondre aux messages, modérer."
PROFILE = {"presence_stage": "growing", "goals": ["retention"], "country": "FR"}


class Answers(unittest.TestCase):
    def test_every_question_has_an_answer(self) -> None:
        self.assertTrue(rolecall.recommend(PROFILE)["headline"])
        self.assertEqual(len(rolecall.compare()["roles"]), 2)
        self.assertGreater(rolecall.salary({"role": "cm", "city": "Lyon"})["band"]["p50"], 20_000)
        offer = {"role": "cm", "city": "Lyon", "amount": 26_000, "currency": "EUR", "period": "year"}
        self.assertIn("headline", rolecall.offer(offer))
        self.assertGreater(rolecall.cost({"country": "FR", "gross": 32_000})["employer_cost"]["amount"], 32_000)
        self.assertTrue(rolecall.draft({"role": "cm"})["missions"])
        self.assertEqual(rolecall.audit(AD)["role_described"], "community-manager")

    def test_language_and_day_are_heeded(self) -> None:
        french, english = (rolecall.recommend(PROFILE, lang=lang, as_of="2026-11-27") for lang in ("fr", "en"))
        self.assertNotEqual(french["headline"], english["headline"])
        self.assertEqual(french["as_of"], "2026-11-27")

    def test_an_answer_is_that_of_the_command_line(self) -> None:
        import json

        from rolecall._binary import find

        command = [
            find(),
            "--format",
            "json",
            "--lang",
            "en",
            "--as-of",
            "2026-11-27",
            "salary",
            "--role",
            "cm",
            "--country",
            "FR",
        ]
        printed = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        self.assertEqual(rolecall.salary({"role": "cm", "country": "FR"}, as_of="2026-11-27"), printed)


class Faults(unittest.TestCase):
    def test_a_fault_names_its_place(self) -> None:
        with self.assertRaises(rolecall.InvalidInput) as caught:
            rolecall.recommend({"presence_stage": "grown", "goals": ["retention"]})
        self.assertEqual([fault["pointer"] for fault in caught.exception.errors], ["/presence_stage"])
        self.assertIn("/presence_stage", str(caught.exception))
        with self.assertRaises(rolecall.InvalidInput) as caught:
            rolecall.offer({"role": "cm", "country": "FR"})
        self.assertIn("/amount", [fault["pointer"] for fault in caught.exception.errors])

    def test_a_missing_program_is_said(self) -> None:
        code = "import rolecall; rolecall.recommend({})"
        environment = {**os.environ, "ROLECALL_BIN": "/nowhere/rolecall"}
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
        )
        self.assertIn("BinaryNotFound", done.stderr)
        self.assertIn("/nowhere/rolecall", done.stderr)

    def test_a_program_that_cannot_start_is_said(self) -> None:
        with rolecall.Session(data_dir="/nowhere/data") as session, self.assertRaises(rolecall.ChildDied) as caught:
            session.ask("recommend", PROFILE)
        self.assertIn("/nowhere/data", str(caught.exception))

    def test_what_a_child_says_late_is_heard(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder, "late")
            program.write_text("#!/bin/sh\nexec 0<&- 1>&-\nsleep 0.3\necho the reason >&2\nexit 7\n")
            program.chmod(0o755)
            with rolecall.Session(program=str(program)) as session, self.assertRaises(rolecall.ChildDied) as caught:
                session.ask("recommend", PROFILE)
        self.assertIn("(7): the reason", str(caught.exception))

    def test_a_killed_child_is_said_and_replaced(self) -> None:
        with rolecall.Session() as session:
            session.ask("recommend", PROFILE)
            assert session._child is not None
            session._child.kill()
            session._child.wait()
            self.assertTrue(session.ask("recommend", PROFILE)["headline"])
            # Between question and answer.
            results = session.map("recommend", iter([PROFILE] * 20))
            next(results)
            session._child.kill()
            with self.assertRaises(rolecall.ChildDied):
                list(results)
            self.assertTrue(session.ask("recommend", PROFILE)["headline"])


class Many(unittest.TestCase):
    def test_answers_come_in_order_and_faults_stop_nothing(self) -> None:
        def questions():
            for number in range(60):
                yield {"role": "boss"} if number % 10 == 3 else {"country": "FR", "gross": 20_000 + number * 100}

        with rolecall.Session() as session:
            results = list(session.map("cost", questions()))
        self.assertEqual(len(results), 60)
        for number, result in enumerate(results):
            if number % 10 == 3:
                self.assertIsInstance(result, rolecall.InvalidInput)
            else:
                self.assertEqual(result["gross"]["amount"], 20_000 + number * 100)

    def test_whoever_stops_early_may_ask_again(self) -> None:
        with rolecall.Session() as session:
            for _ in session.map("recommend", [PROFILE] * 30):
                break
            self.assertTrue(session.ask("recommend", PROFILE)["headline"])


if __name__ == "__main__":
    unittest.main()
