"""The words of Albanian amending sentences, as `tokens.fold` folds them (no ë, no ç). Data, as in `mk`."""

ORDINALS = ("pare", "dyte", "trete", "katert", "peste", "gjashte", "shtate", "tete", "nente", "dhjete",
            "njembedhjete", "dymbedhjete", "trembedhjete", "katermbedhjete", "pesembedhjete")  # fmt: skip
_ORDINAL = {stem: number for number, stem in enumerate(ORDINALS, 1)} | {"tridhjete": 30}
CARDINALS = ("nje", "dy", "tri/tre", "kater", "pese", "gjashte", "shtate", "tete", "nente", "dhjete")

UNITS = {
    "art": "nen(/i/in/it/et/eve/e/ve)",
    "para": "paragraf(/i/in/it/et/eve/e)|par",
    "point": "pik(a/en/es/at/ave/e)",
    "sub": "nenpik(a/en/es/at/ave/e)",
    "indent": "aline(ja/jen/jes/je/jat/jave/ja/ne/se/te/ve/)|alin(e/ene/eja)",
    "sent": "fjali(a/ne/se/te/ve/)",
    "chp": "kapitu(lli/llin/llit/ll/jt/j)|kre(u/un/ut/)",
    "part": "pjes(a/en/es/e/et)",
    "sec": "seksion(i/in/it/)",
    "annex": "shtojc(a/en/es/e/at/ave)|aneks(i/in/it/)",
    "table": "tabel(a/en/es/e)",
    "row": "num(ri/rin/rit/er) rendor|rresht(i/in/it)",
    "tariff": "num(ri/rin/rit/er) tarifor|numrat tarifore",
    "heading": "titu(lli/llin/llit/ll/jt)|emertim(i/in/it)",
    "preamble": "preambul(a/en/es/e)",
    "intro": "fjali(a/ne/se) hyrese|pjes(a/en/es) hyrese",
}
WORDS = {
    "in": "ne|tek",
    "after": "pas",
    "before": "para|mbi",
    "of": "te|i|e|se|nga|prej",
    "and": "dhe|edhe|si dhe",
    "it": "tij|saj|tyre",
    "but": "ndersa|kurse|nderkaq",
    "with": "me",
    "to": "deri(/ ne/ me/ te)",
    "respectively": "perkatesisht|gjegjesisht",
    "except": "pervec|me perjashtim (te/nga)",
    "which": "i cili|e cila|te cilet|te cilat|i cili do te|e cila do te|qe|te cilin|ai qe",
    "new": "(i/e/te) (ri/re/rinj/reja)",
    "old": "(i/e/te/se) (deritanish(em/me/mit/mes/min/men)|tanish(em/me))|ekzistues(/e)",
    "same": "te njejt(in/en/it/es/at/et)|i njejti|e njejta",
    "replace": "(/te )zevendesohe(t/n)|zevendesoj(ne/)",
    "delete": "(/te )(shlyhe(t/n)|fshihe(t/n)|hiqe(t/n)|largohe(t/n))",
    "add": "(/te )(shtohe(t/n)|merr|marrin|vihe(t/n)|vendose(t/n)|vendosen|futet|futen|plotesohe(t/n))",
    "change": "riformulohet|ndrysho(het/hen/n/jne)|ndryshohet dhe plotesohet",
    "reads": (
        "si (vijon/vijojne/ne vijim/ne vazhdim)|(/ashtu qe )(/do te )thot(e/)|thone|thuhet|vijon|"
        "(me/ka/kane) permbajtje(/n) (si vijon|vijuese|e meposhtme)|me (kete permbajtje|"
        "tekstin vijues|permbajtjen vijuese)|me tekstin ne vijim|si me poshte|lexohet"
    ),
    "become": "behe(t/n)",
    "lapse": (
        "shfuqizohe(t/n)|push(on/ojne) se (vlejturi/vlejtjes/vlejti)|(/i )pushon vlefshmeria|"
        "nxirre(t/n) jashte fuqie|pushon te vleje"
    ),
    "quash": "abrogohe(t/n)",
    "annul": "anulohe(t/n)",
    "force": "(hyn/hyjne) ne fuqi|do te hyje ne fuqi",
    "apply": "(/do te )zbatohe(t/n)|do te (filloje/nise) te zbatohet",
    "at_end": "ne fund|ne perfundim",
    "until_end": "deri ne fund(/ te/in e/in)",
    "all_text": "(tere/gjithe) tekst(in/i/)|tekstin e tere|tekstin e plote",
    "every_art": "te gjitha nenet",
    "all_places": (
        "ne te gjitha vendet|kudo|ne cdo vend|"
        "kudo qe (permendet/permenden/paraqitet/paraqiten)|"
        "ne te gjitha vendet ku (permendet/permenden/paraqitet/paraqiten)"
    ),
    "instead": "ne vend te|ne vend",
    "should": "(duhet /)te (qendroje/jete/shkruhet/shkruaje/thuhet)|duhet",
    "appoint": "(emerohe(t/n)|zgjidhe(t/n)|caktohe(t/n))",
    "changes": (
        "behen (/keto )(ndryshimet/ndryshime/plotesimet/ndryshimet dhe plotesimet/"
        "ndryshime dhe plotesime)(/ vijuese/ si vijojne/ si vijon/ ne vijim/ e meposhtme/ e meposhtme)|"
        "(ndryshohet/ndryshohet dhe plotesohet/plotesohet) si ne vijim"
    ),
    "in_brackets": "ne kllap(a/at/e)|brenda kllapave",
    "brackets": (
        "kllapat (dhe/bashke me) (fjalet/fjalen/tekstin) (ne to/brenda tyre)|kllapat dhe fjalet ne to"
    ),
    "part_of": (
        "(i/e) (cili/cila) (eshte/perben) pjes(/e) (perberese/integrale) (e/te) (ketij/"
        "kesaj) (vendimi/aktvendimi/rregulloreje/programi)|"
        "qe eshte pjes(/e) (perberese/integrale) (e/te) (ketij/kesaj) (vendimi/aktvendimi/"
        "rregulloreje/programi)"
    ),
    "by_position": "vendin perkates|vend perkates",
    "last": "(e/i/te/se) fundit|(e/i/te/se) parafundit",
    "this_act": (
        "ky (vendim/aktvendim/program/statut/konkluzion/plan/buxhet/udhezim)|"
        "kjo (rregullore/urdherese/tarife/korrigjim)|ky korrigjim"
    ),
    "on_force": (
        "(/me |nga |prej )dit(en/a/es) e hyrjes ne fuqi te (/ketij/kesaj)|"
        "me hyrjen ne fuqi te (/ketij/kesaj)|"
        "me diten e (miratimit/zbatimit/fillimit te zbatimit) te (/ketij/kesaj)|"
        "me miratimin e (/ketij/kesaj)"
    ),
    "day": "dit(en/es/e/a)",
    "since": "(pas/nga/prej/e/te|nga dita e|prej dites se|pas dites se|nga data e) (/saj|tij)",
    "publication": "shpallj(es/en/a/e/se)|publikimi(t/)|botimi(t/)",
    "adoption": "miratimi(t/)|nxjerrjes|sjelljes",
    "next_day": "(/ne )(diten e (ardhshme|pasuese|neserme)|te nesermen|diten vijuese)",
    "year": "viti|vit",
    "gazette": "gazet(en/a/es/e) zyrtare",
    "kind": "",
}
SIGNS = {
    ",": "presj(e/a/en/es)",
    ";": "pikepresj(e/a/en/es)|pik(e/a) presje|pik(e/a) (dhe/e/me) presj(e/a)",
    ":": "dy pika|dypik(a/esh)",
    "-": "viz(e/a)",
}
KINDS = (
    "fjal(a/en/es/e/et/eve)|num(ri/rin/rit/rat/rave)|shifr(a/en/es/at)|"
    "shum(a/en/es/at/e)|perqindj(a/en/es/e)|"
    "afat(i/in/it)|dat(a/en/es)|shkurtes(a/en/es/e)|shenj(a/en/es/en)|tekst(i/in/it)|"
    "shprehj(a/en/es)|nocion(i/in)|pjes(a/en) e (fjalise/tekstit)|emr(i/in/it)|"
    "term(i/in)|viti(n/)|cmim(i/in)|koeficient(i/in)|norm(a/en)"
)
CONJUNCTION = "lidhez(a/en/es/e)"
ACTS = (
    "vendim(i/in/it/et/)|aktvendim(i/in/it/et/)|rregullor(ja/en/es/e)|rregulloren|"
    "statut(i/in/it/)|program(i/in/it/)|"
    "konkluzion(i/in/it/)|udhezim(i/in/it/)|urdheres(a/en/es/e)|plan(i/in/it/)|"
    "buxhet(i/in/it/)|tarif(a/en/es/e)"
)
MONTHS = ("janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor",
          "nentor", "dhjetor")  # fmt: skip
ABBREVIATED = ("nr", "par", "p", "al", "fq", "dr", "mr", "m", "d", "v")
OWN = (
    "mbetet (i/e) pandryshuar|mbeten te pandryshuar(/a)|"
    "ngarkohet|ngarkohen|autorizohet|autorizohen|obligohet|obligohen|detyrohet|detyrohen|"
    "tekst(/in/i) (te/i) (spastruar/konsoliduar)|"
    "procedurat e filluara|proceduratat|do te perfundojne|do te perfundoje|"
    "do te vazhdojne|do te vazhdoje|do te shpallet|do te publikohet|"
    "shpallet|publikohet|te shpallet|do te miratoje|do te nxjerre|do te miratohet|"
    "do te harmonizohen|do te harmonizohet|t i dorezohet|"
    "do te dergohet|do te kujdeset|do te zbatohen dispozitat|mbeten ne fuqi|ne afat prej|"
    "ne afat|do te pergatise|do te percaktoje|"
    "eshte kompetent|mbikeqyrjen|procedurat e nisura"
)
STARTS = "ky|kjo|procedurat|komisioni|kryetari|keshilli|mbikeqyrja|mjetet"
NAME_JOINTS = ("i", "e", "te", "dhe", "per")
EIGHTH = "ne"
