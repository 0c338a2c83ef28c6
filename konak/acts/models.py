"""Acts, their texts, opinions and originals. Nothing here is ever deleted (0002_promises)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.acts.flow import ACT, LANGUAGE, OPINION
from konak.kernel.i18n.fields import WordsField
from konak.kernel.journal import Versioned


class Body(models.TextChoices):
    COUNCIL = "council", pgettext_lazy("body", "Council")
    MAYOR = "mayor", pgettext_lazy("body", "Mayor")


class Proposer(models.TextChoices):
    MAYOR = "mayor", _("The mayor")
    COUNCILLORS = "councillors", _("Councillors")
    COMMITTEE = "committee", _("A committee of the council")
    CITIZENS = "citizens", _("Citizens")


class Scope(models.TextChoices):
    GAZETTE = "gazette", _("Official gazette")
    BOARD = "board", _("Notice board")
    DELIVERY = "delivery", _("Delivery to the parties only")


class Relation(models.TextChoices):
    """What an act of the mayor does to the act it is about."""

    PUBLISHES = "publishes", _("Act of publication")
    WITHHOLDS = "withholds", _("Ruling that withholds")


class Act(Versioned):
    """One act from draft to publication.

    `title` bears the kind in every language („Одлука за …“): whoever prints it does not print the kind beside.
    `fixed_hash` is the hash over the fixed texts of all its languages: only that may be signed and published.
    `amends` is the act of ours whose text this one changes, `changes` what the draft will change in it, in order:
    `{language: operation}` in the notation of `konak.lex.amend`, one for each future article.
    `verdict` is the session's verdict as `konak sessions verdict` writes it. `session` is a `Ref` as text.
    """

    kind = models.CharField(max_length=24)
    body = models.CharField(max_length=8, choices=Body.choices)
    title = WordsField()
    proposer = models.CharField(max_length=12, choices=Proposer.choices)
    scope = models.CharField(max_length=8, choices=Scope.choices)
    state = models.CharField(max_length=12, choices=ACT.choices(), default="draft")
    case = models.ForeignKey("konak_registry.Case", models.PROTECT, related_name="+")
    letter = models.ForeignKey("konak_registry.Document", models.PROTECT, null=True, related_name="+")
    proposal = models.ForeignKey("konak_registry.Document", models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey("konak_registry.Document", models.PROTECT, null=True, related_name="+")
    about = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    relation = models.CharField(max_length=10, choices=Relation.choices, blank=True)
    amends = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    changes = models.JSONField(default=list)
    drafted_by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    drafted_at = models.DateTimeField()
    proposed_on = models.DateField(null=True)
    number = models.CharField(max_length=24, blank=True)
    session = models.CharField(max_length=80, blank=True)
    session_number = models.PositiveIntegerField(null=True)
    session_title = models.JSONField(default=dict)
    verdict = models.JSONField(default=dict)
    adopted_on = models.DateField(null=True)
    fixed_hash = models.CharField(max_length=64, blank=True)
    fixed_on = models.DateField(null=True)
    signed_on = models.DateField(null=True)
    promulgated_on = models.DateField(null=True)
    withheld_on = models.DateField(null=True)
    reason = models.JSONField(default=dict)
    issue = models.CharField(max_length=80, blank=True)
    gazette = models.JSONField(default=dict)
    published_on = models.DateField(null=True)
    in_force_on = models.DateField(null=True)
    in_force_steps = models.JSONField(default=list)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=("draft", "proposed", "rejected"))
                | models.Q(adopted_on__isnull=False) & ~models.Q(number=""),
                name="acts_adopted_has_number_and_day",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=("draft", "proposed", "rejected", "adopted"))
                | ~models.Q(fixed_hash=""),
                name="acts_after_adoption_only_with_fixed_text",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="published")
                | models.Q(published_on__isnull=False, in_force_on__isnull=False) & ~models.Q(issue=""),
                name="acts_published_has_issue_and_days",
            ),
            models.CheckConstraint(
                condition=models.Q(about__isnull=True, relation="")
                | models.Q(about__isnull=False) & ~models.Q(relation=""),
                name="acts_relation_has_its_act",
            ),
            models.CheckConstraint(
                condition=models.Q(amends__isnull=True) | models.Q(relation=""),
                name="acts_what_amends_is_no_act_about_another",
            ),
            models.CheckConstraint(
                condition=models.Q(amends__isnull=False) | models.Q(changes=[]),
                name="acts_changes_are_of_the_act_amended",
            ),
            models.UniqueConstraint(
                fields=["about"],
                condition=models.Q(relation="publishes"),
                name="acts_one_publication_act_for_an_act",
            ),
            models.UniqueConstraint(
                fields=["number"], condition=~models.Q(number=""), name="acts_number_only_once"
            ),
        )
        indexes = (
            models.Index(fields=["state", "-id"], name="acts_act_by_state"),
            models.Index(fields=["-published_on", "-id"], name="acts_act_newest"),
        )

    def __str__(self) -> str:
        return self.number or self.case.number


class Stage(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("text", "draft")
    FIXED = "fixed", pgettext_lazy("text", "fixed after the vote")


class Text(models.Model):
    """One wording of an act in one language: strictly valid Akoma Ntoso 3.0, never changed."""

    act = models.ForeignKey(Act, models.PROTECT, related_name="texts")
    lang = models.CharField(max_length=8)
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=5, choices=Stage.choices)
    title = models.TextField(blank=True)
    xml = models.TextField()
    sha256 = models.CharField(max_length=64)
    unread = models.PositiveIntegerField()
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["act", "lang", "number"], name="acts_text_version_only_once"),
            models.UniqueConstraint(
                fields=["act", "lang"], condition=models.Q(stage="fixed"), name="acts_text_is_fixed_once"
            ),
        )


class View(models.TextChoices):
    """Verdicts of an opinion, in the house's words."""

    AGREES = "agrees", _("in accordance")
    REMARKS = "remarks", _("in accordance, with remarks")
    DISAGREES = "disagrees", _("not in accordance")


class Matter(models.TextChoices):
    """What an opinion is on: an act of ours, or a text of others."""

    DRAFT = "draft", pgettext_lazy("matter", "A draft of ours")
    IN_FORCE = "in_force", pgettext_lazy("matter", "An act in force")
    SCHOOL = "school", pgettext_lazy("matter", "A school's statute or act")
    ENTERPRISE = "enterprise", pgettext_lazy("matter", "A public enterprise's statute or act")
    SECTOR = "sector", pgettext_lazy("matter", "Another sector's draft")
    OTHER = "other", pgettext_lazy("matter", "Another text")


OURS = (Matter.DRAFT, Matter.IN_FORCE)


class Opinion(Versioned):
    """A legality opinion, asked for and given. What is being written is nowhere here until it is given (`Sketch`).

    `texts` is {language: version} of what it was given on: the number of a draft's version, of an act in force the
    id of the consolidated text (0: the original). Of others' texts `letter` is the paper they came with.
    `checks` are the questions as they were that day: `{"code", "question", "basis", "answer", "remark"}`.
    """

    matter = models.CharField(max_length=10, choices=Matter.choices)
    act = models.ForeignKey(Act, models.PROTECT, null=True, related_name="opinions")
    title = WordsField()
    case = models.ForeignKey("konak_registry.Case", models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=OPINION.choices(), default="asked")
    asked_by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    asked_of = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    due = models.DateField()
    lang = models.CharField(max_length=8, blank=True)
    verdict = models.CharField(max_length=10, choices=View.choices, blank=True)
    text = models.TextField(blank=True)
    checks = models.JSONField(default=list)
    texts = models.JSONField(default=dict)
    letter = models.ForeignKey("konak_registry.Document", models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey("konak_registry.Document", models.PROTECT, null=True, related_name="+")
    given_by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["act"], condition=models.Q(state="asked"), name="acts_one_opinion_waits_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(act__isnull=False, matter__in=OURS)
                | models.Q(act__isnull=True) & ~models.Q(matter__in=OURS),
                name="acts_opinion_on_ours_has_its_act",
            ),
            models.CheckConstraint(
                condition=models.Q(state="given", given_at__isnull=False, document__isnull=False)
                & ~models.Q(verdict="")
                | ~models.Q(state="given") & models.Q(given_at__isnull=True, verdict="", text=""),
                name="acts_opinion_given_has_number_and_moment",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="withdrawn") | ~models.Q(reason=""),
                name="acts_opinion_withdrawn_has_its_reason",
            ),
        )
        indexes = (models.Index(fields=["state", "due"], name="acts_opinion_by_term"),)

    def __str__(self) -> str:
        return self.document.number if self.document else self.case.number


class Sketch(Versioned):
    """An opinion that is being written: its author's, and of those he shows it to. `checks` is
    `{code: {"answer", "remark"}}`."""

    opinion = models.ForeignKey(Opinion, models.PROTECT, related_name="sketches")
    author = models.ForeignKey("konak_org.Person", models.PROTECT, related_name="+")
    lang = models.CharField(max_length=8)
    verdict = models.CharField(max_length=10, choices=View.choices, blank=True)
    text = models.TextField(blank=True)
    checks = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["opinion", "author"], name="acts_sketch_one_for_an_author"),
        )


class SketchReader(models.Model):
    """To whom an author shows what he is writing."""

    sketch = models.ForeignKey(Sketch, models.PROTECT, related_name="readers")
    person = models.ForeignKey("konak_org.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["sketch", "person"], name="acts_sketch_shown_once_to_a_person"),
        )


class Work(models.TextChoices):
    PROOFREADING = "proofreading", _("proofreading")
    TRANSLATION = "translation", _("translation")


class LanguageStep(Versioned):
    """Proofreading of a draft in one language, or its translation from `source`: asked of a person of the house or
    of an `outsider`, done on a day, on the versions in `texts` ({language: number})."""

    act = models.ForeignKey(Act, models.PROTECT, related_name="language_steps")
    work = models.CharField(max_length=12, choices=Work.choices)
    lang = models.CharField(max_length=8)
    source = models.CharField(max_length=8, blank=True)
    state = models.CharField(max_length=9, choices=LANGUAGE.choices(), default="asked")
    asked_by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    person = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    outsider = models.CharField(max_length=120, blank=True)
    due = models.DateField(null=True)
    texts = models.JSONField(default=dict)
    done_by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    done_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["act", "work", "lang"],
                condition=models.Q(state="asked"),
                name="acts_one_language_step_waits_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, outsider="")
                | models.Q(person__isnull=True) & ~models.Q(outsider=""),
                name="acts_language_step_is_asked_of_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(state="done", done_on__isnull=False, done_at__isnull=False)
                | ~models.Q(state="done") & models.Q(done_on__isnull=True, done_at__isnull=True),
                name="acts_language_step_done_has_its_day",
            ),
        )


class Way(models.TextChoices):
    PAPER = "paper", _("on paper")
    DIGITAL = "digital", _("digitally")


class Original(models.Model):
    """A signed original: the scan of the paper, certified true by a named clerk, or a signed PDF.

    `lang` is empty where one paper holds all languages. `fixed_hash` is the act's, checked by the database.
    """

    act = models.ForeignKey(Act, models.PROTECT, related_name="originals")
    way = models.CharField(max_length=7, choices=Way.choices)
    lang = models.CharField(max_length=8, blank=True)
    file = models.ForeignKey("konak_files.File", models.PROTECT, related_name="+")
    fixed_hash = models.CharField(max_length=64)
    signed_on = models.DateField()
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["act", "way", "lang"], name="acts_original_once_a_language"),
        )


class Amendment(models.Model):
    """What a published amending act says in one language, as read from its fixed text; never changed.

    `sentences` are `{"text", "article", "operations", "unread"}` in the order of print, `sha256` the text's.
    """

    act = models.ForeignKey(Act, models.PROTECT, related_name="amendments")
    lang = models.CharField(max_length=8)
    sentences = models.JSONField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["act", "lang"], name="acts_amendment_is_read_once"),)


class Settlement(models.Model):
    """What a legal officer says one sentence of an amendment means, where it could not be read or did not fit.

    `place` is the sentence's, from 0; no operations: it does not change the text.
    """

    amendment = models.ForeignKey(Amendment, models.PROTECT, related_name="settlements")
    place = models.PositiveIntegerField()
    wording = models.TextField(blank=True)
    operations = models.JSONField()
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["amendment", "place"], name="acts_sentence_is_settled_once"),
        )


class Consolidated(models.Model):
    """The text of an act from a day on, in one language: base and amendments made one, with its sources.

    Of several rows of a day the one with the highest `number` counts. `unsettled` sentences are not in it.
    """

    act = models.ForeignKey(Act, models.PROTECT, related_name="consolidated")
    lang = models.CharField(max_length=8)
    day = models.DateField()
    number = models.PositiveIntegerField()
    by_act = models.ForeignKey(Act, models.PROTECT, related_name="+")
    repealed = models.BooleanField()
    unsettled = models.PositiveIntegerField()
    xml = models.TextField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["act", "lang", "day", "number"], name="acts_version_only_once"),
        )


class Comment(models.Model):
    """A question or remark on a provision of a draft, for the office alone; `under` is the one that it answers.

    `place` is the address of the provision as it stands now: it moves with it.
    """

    act = models.ForeignKey(Act, models.PROTECT, related_name="comments")
    under = models.ForeignKey("self", models.PROTECT, null=True, related_name="answers")
    place = models.CharField(max_length=120)
    text = models.TextField()
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    settled_by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(under__isnull=True) | models.Q(settled_at__isnull=True),
                name="acts_answers_are_settled_with_their_question",
            ),
        )


class AtWork(models.Model):
    """Who has a provision of a draft open to write, since when, and when he was last heard of. Never official."""

    act = models.ForeignKey(Act, models.PROTECT, related_name="+")
    person = models.ForeignKey("konak_org.Person", models.PROTECT, related_name="+")
    place = models.CharField(max_length=120, blank=True)
    since = models.DateTimeField()
    seen = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["act", "person"], name="acts_at_work_once_on_a_draft"),
        )
