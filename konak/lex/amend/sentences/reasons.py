"""Why a sentence was not read: a closed list, one sentence each."""

from typing import Literal, get_args

Reason = Literal[
    "no_place", "no_operation", "no_content", "words_left", "quote_open", "ambiguous_place",
    "ambiguous_number", "ambiguous_end", "ambiguous_act", "ambiguous_verb", "count_mismatch",
    "number_mismatch", "renumbered_before", "row_by_position", "bad_date", "bad_term", "too_long", "name_declined",
    "not_amending",
]  # fmt: skip
ALL: tuple[Reason, ...] = get_args(Reason)
WORDS: dict[Reason, dict[str, str]] = {
    "no_place": {
        "mk": "Не пишува во која одредба е измената.",
        "sq": "Nuk shkruan në cilën dispozitë është ndryshimi.",
        "en": "It does not say which provision is changed.",
    },
    "no_operation": {
        "mk": "Не се разбира што се прави со одредбата.",
        "sq": "Nuk kuptohet çfarë bëhet me dispozitën.",
        "en": "It cannot be told what is done to the provision.",
    },
    "no_content": {
        "mk": "Нема нов текст во наводници.",
        "sq": "Nuk ka tekst të ri në thonjëza.",
        "en": "There is no new text in quotation marks.",
    },
    "words_left": {
        "mk": "Дел од реченицата не е разбран.",
        "sq": "Një pjesë e fjalisë nuk është kuptuar.",
        "en": "A part of the sentence was not understood.",
    },
    "quote_open": {
        "mk": "Наводниците не се затворени.",
        "sq": "Thonjëzat nuk janë mbyllur.",
        "en": "The quotation marks are not closed.",
    },
    "ambiguous_place": {
        "mk": "Местото може да се разбере на повеќе начини.",
        "sq": "Vendi mund të kuptohet në më shumë mënyra.",
        "en": "The place can be understood in more than one way.",
    },
    "ambiguous_number": {
        "mk": "Не се гледа кој број го носи одредбата.",
        "sq": "Nuk shihet cilin numër e mban dispozita.",
        "en": "It cannot be told which number the provision bears.",
    },
    "ambiguous_end": {
        "mk": "Не пишува дали се мисли на крајот и на кој знак.",
        "sq": "Nuk shkruan a mendohet për fundin dhe për cilën shenjë.",
        "en": "It does not say whether the end is meant, and which sign.",
    },
    "ambiguous_act": {
        "mk": "Не се гледа каде завршува името на актот.",
        "sq": "Nuk shihet ku përfundon emri i aktit.",
        "en": "It cannot be told where the name of the act ends.",
    },
    "ambiguous_verb": {
        "mk": "Глаголот тука може да значи и бришење и укинување од суд.",
        "sq": "Folja këtu mund të nënkuptojë edhe shlyerje edhe abrogim nga gjykata.",
        "en": "The verb can mean repeal here, or quashing by a court.",
    },
    "count_mismatch": {
        "mk": "Не се совпаѓа колку има старо и колку има ново.",
        "sq": "Nuk përputhet sa ka të vjetra dhe sa ka të reja.",
        "en": "The number of old parts and of new parts differs.",
    },
    "number_mismatch": {
        "mk": "Бројот во реченицата и бројот во новиот текст не се исти.",
        "sq": "Numri në fjali dhe numri në tekstin e ri nuk janë të njëjtë.",
        "en": "The number in the sentence and the one in the new text differ.",
    },
    "renumbered_before": {
        "mk": "Претходна реченица го сменила бројот: не се гледа дали се мисли на стариот или на новиот.",
        "sq": "Një fjali e mëparshme e ka ndërruar numrin: nuk shihet a mendohet për të vjetrin apo të riun.",
        "en": "An earlier sentence changed the number: it cannot be told whether the old or the new is meant.",
    },
    "row_by_position": {
        "mk": "Редот од текстот или табелата не е именуван со број.",
        "sq": "Rreshti i tekstit ose i tabelës nuk është përmendur me numër.",
        "en": "The line of the text or table is not named by a number.",
    },
    "bad_date": {
        "mk": "Датумот не постои.",
        "sq": "Data nuk ekziston.",
        "en": "There is no such date.",
    },
    "bad_term": {
        "mk": "Денот на влегување во сила не може да се прочита.",
        "sq": "Dita e hyrjes në fuqi nuk mund të lexohet.",
        "en": "The day of entry into force cannot be read.",
    },
    "too_long": {
        "mk": "Реченицата е предолга.",
        "sq": "Fjalia është tepër e gjatë.",
        "en": "The sentence is too long.",
    },
    "name_declined": {
        "mk": "Името стои во падеж: не се гледа како е запишано во актот.",
        "sq": "Emri është në rasë: nuk shihet si është shkruar në akt.",
        "en": "The name is declined: it cannot be told how the act spells it.",
    },
    "not_amending": {
        "mk": "Реченицата не менува акт.",
        "sq": "Fjalia nuk ndryshon akt.",
        "en": "The sentence amends no act.",
    },
}


class Unread(Exception):
    """The sentence cannot be read exactly."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason
