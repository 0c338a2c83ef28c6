"""Why an operation was not applied: a closed list of reasons, each a sentence in three languages."""

from dataclasses import dataclass
from typing import Any

from konak.lex.amend.operation import Operation

LANGUAGES = ("mk", "sq", "en")

# code → sentences; `{…}` is what `Refused` was given.
REASONS: dict[str, tuple[str, str, str]] = {
    "bad_address": (
        "„{what}“ не е адреса на дел од акт.",
        "„{what}“ nuk është adresë e një pjese të aktit.",
        "“{what}” is no address of a part of an act.",
    ),
    "not_there": (
        "Во текстот што се изменува нема {what}.",
        "Në tekstin që ndryshohet nuk ka {what}.",
        "The text that is amended has no {what}.",
    ),
    "ambiguous": (
        "Во текстот има повеќе од едно место што се означува како {what}.",
        "Në tekst ka më shumë se një vend që shënohet si {what}.",
        "More than one place in the text is {what}.",
    ),
    "changed_before": (
        "Истиот акт пред тоа веќе го брише или целосно го менува местото {what}.",
        "I njëjti akt para kësaj tashmë e shlyen ose e ndryshon tërësisht vendin {what}.",
        "The same act repeals or rewrites {what} before this.",
    ),
    "not_found": (
        "Зборовите „{words}“ не се наоѓаат во местото {what}.",
        "Fjalët „{words}“ nuk gjenden në vendin {what}.",
        "The words “{words}” are not found in {what}.",
    ),
    "found_often": (
        "Зборовите „{words}“ во местото {what} се наоѓаат {times} пати, а мислено е едно место.",
        "Fjalët „{words}“ në vendin {what} gjenden {times} herë, ndërsa mendohet për një vend.",
        "The words “{words}” are found {times} times in {what}, where one place was meant.",
    ),
    "count_differs": (
        "Зборовите „{words}“ во местото {what} се наоѓаат {times} пати, а не {count}.",
        "Fjalët „{words}“ në vendin {what} gjenden {times} herë, e jo {count}.",
        "The words “{words}” are found {times} times in {what}, not {count}.",
    ),
    "brackets": (
        "Во местото {what} нема точно еден пар загради.",
        "Në vendin {what} nuk ka saktësisht një çift kllapash.",
        "There is not exactly one pair of brackets in {what}.",
    ),
    "end_differs": (
        "Местото {what} не завршува со „{words}“.",
        "Vendi {what} nuk përfundon me „{words}“.",
        "The words of {what} do not end with “{words}”.",
    ),
    "ends_already": (
        "Местото {what} веќе завршува со интерпункциски знак.",
        "Vendi {what} tashmë përfundon me shenjë pikësimi.",
        "The words of {what} already end with a punctuation mark.",
    ),
    "more_follows": (
        "По зборовите „{words}“ местото {what} содржи и други делови, па не е јасно до каде се брише.",
        "Pas fjalëve „{words}“ vendi {what} përmban edhe pjesë të tjera, prandaj nuk është e qartë deri ku shlyhet.",
        "Further parts of {what} follow the words “{words}”, so it is not clear how much goes.",
    ),
    "no_own_words": (
        "Местото {what} нема свои зборови на кои се однесува измената.",
        "Vendi {what} nuk ka fjalë të veta të cilave u referohet ndryshimi.",
        "{what} has no words of its own that this could concern.",
    ),
    "nothing_left": (
        "Од местото {what} не би останал ниту еден збор; таков дел се брише како целина.",
        "Nga vendi {what} nuk do të mbetej asnjë fjalë; pjesa e tillë shlyhet si tërësi.",
        "No word of {what} would be left; such a part is repealed as a whole.",
    ),
    "no_change": (
        "Измената не менува ништо во местото {what}.",
        "Ndryshimi nuk ndryshon asgjë në vendin {what}.",
        "This changes nothing in {what}.",
    ),
    "incomplete": (
        "Во измената не е кажано „{what}“.",
        "Në ndryshim nuk është thënë „{what}“.",
        "This does not say “{what}”.",
    ),
    "other_act": (
        "Измената се однесува на друг акт: {what}.",
        "Ndryshimi ka të bëjë me një akt tjetër: {what}.",
        "This concerns another act: {what}.",
    ),
    "wrong_place": (
        "На местото {what} не може да стои {words}.",
        "Në vendin {what} nuk mund të qëndrojë {words}.",
        "{words} cannot stand at {what}.",
    ),
    "inside_division": (
        "По местото {what} во истата глава следуваат и други членови; нова глава таму би ги одвоила.",
        "Pas vendit {what} në të njëjtin kapitull vijojnë edhe nene të tjera; kapitulli i ri atje do t’i ndante.",
        "Other articles of the same division follow {what}; a new division there would split it.",
    ),
    "number_taken": (
        "По измените два дела би го носеле истиот број: {what}.",
        "Pas ndryshimeve dy pjesë do të kishin të njëjtin numër: {what}.",
        "After the changes two parts would bear the same number: {what}.",
    ),
    "position_differs": (
        "Делот не би стоел на местото {what}, туку на местото број {times}.",
        "Pjesa nuk do të qëndronte në vendin {what}, por në vendin me numër {times}.",
        "The part would not stand at {what} but at place {times}.",
    ),
    "no_content": (
        "Нема текст за новата содржина на местото {what}.",
        "Nuk ka tekst për përmbajtjen e re të vendit {what}.",
        "There is no text for the new content of {what}.",
    ),
    "content_unread": (
        "Новата содржина не може да се прочита како {what}.",
        "Përmbajtja e re nuk mund të lexohet si {what}.",
        "The new content cannot be read as {what}.",
    ),
    "no_annex": (
        "Во актот што изменува нема прилог {what}.",
        "Në aktin ndryshues nuk ka shtojcë {what}.",
        "The amending act has no annex {what}.",
    ),
    "bad_row": (
        "Бројот на полињата не одговара на табелата {what}.",
        "Numri i fushave nuk i përgjigjet tabelës {what}.",
        "The number of cells does not fit the table {what}.",
    ),
    "unsound": (
        "По измената текстот не би можел повторно да се прочита онака како што е запишан ({what}).",
        "Pas ndryshimit teksti nuk do të mund të lexohej përsëri ashtu siç është shkruar ({what}).",
        "After this the text could not be read again as it was written ({what}).",
    ),
}  # fmt: skip


class Refused(Exception):
    """An operation does not fit the text. `code` is one of `REASONS`; `said` fills its sentence, where `what`
    is an address (it is cited in each language) unless `plain`."""

    def __init__(self, code: str, what: str = "", *, plain: bool = False, **said: Any) -> None:
        super().__init__(f"{code}: {what}")
        self.code, self.what, self.plain, self.said = code, what, plain, said

    def sentences(self) -> dict[str, str]:
        """The reason in every language."""
        from konak.lex.amend.saying import named

        told = {}
        for lang, sentence in zip(LANGUAGES, REASONS[self.code], strict=True):
            what = self.what if self.plain else named(self.what, lang)
            said = {name: named(value, lang) if name == "words" and self.code == "wrong_place" else value
                    for name, value in self.said.items()}  # fmt: skip
            told[lang] = _capital(sentence.format(what=what, **said))
        return told


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An operation that was not applied: its place in the list (from 0), and why."""

    place: int
    operation: Operation
    reason: str
    words: dict[str, str]
