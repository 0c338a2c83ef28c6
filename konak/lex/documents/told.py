"""The sentences of notes and refusals, in the languages of the house. Data, no logic."""

NOTES: dict[str, dict[str, str]] = {
    "encoding": {
        "mk": "Текстот не беше во UTF-8; прочитан е според буквите што ги содржи.",
        "sq": "Teksti nuk ishte në UTF-8; u lexua sipas shkronjave që përmban.",
        "en": "The text was not in UTF-8; it was read by the letters it holds.",
    },
    "broken": {
        "mk": "Бајти што не се текст: {}; на нивно место стои знакот \ufffd.",
        "sq": "Bajte që nuk janë tekst: {}; në vend të tyre qëndron shenja \ufffd.",
        "en": "Bytes that are no text: {}; the sign \ufffd stands in their place.",
    },
    "legacy_font": {
        "mk": "Делови напишани со стар македонски фонт, претворени во Уникод: {}.",
        "sq": "Pjesë të shkruara me font të vjetër maqedonas, të kthyera në Unikod: {}.",
        "en": "Pieces in an old Macedonian font turned into Unicode: {}.",
    },
    "numbers": {
        "mk": "Броеви што програмата ги става сама, запишани во текстот: {}.",
        "sq": "Numra që programi i vendos vetë, të shkruar në tekst: {}.",
        "en": "Automatic numbers written into the text: {}.",
    },
    "number_format": {
        "mk": "Броеви во непознат облик, запишани со арапски цифри: {}.",
        "sq": "Numra në formë të panjohur, të shkruar me shifra arabe: {}.",
        "en": "Numbers of an unknown form, written in Arabic digits: {}.",
    },
    "empty_bullets": {
        "mk": "Изоставени цртички без зборови: {}.",
        "sq": "Viza pa fjalë, të lëna jashtë: {}.",
        "en": "Dashes without words, left out: {}.",
    },
    "inserted": {
        "mk": "Следени измени: задржани додавања: {}.",
        "sq": "Ndryshime të gjurmuara: shtesa të mbajtura: {}.",
        "en": "Tracked changes: insertions kept: {}.",
    },
    "deleted": {
        "mk": "Следени измени: изоставени бришења: {}.",
        "sq": "Ndryshime të gjurmuara: fshirje të lëna jashtë: {}.",
        "en": "Tracked changes: deletions left out: {}.",
    },
    "hidden": {
        "mk": "Изоставен скриен текст, делови: {}.",
        "sq": "Tekst i fshehur i lënë jashtë, pjesë: {}.",
        "en": "Hidden text left out, pieces: {}.",
    },
    "footnotes": {
        "mk": "Изоставени фусноти: {}.",
        "sq": "Fusnota të lëna jashtë: {}.",
        "en": "Footnotes left out: {}.",
    },
    "comments": {
        "mk": "Изоставени забелешки на страна: {}.",
        "sq": "Komente anësore të lëna jashtë: {}.",
        "en": "Comments left out: {}.",
    },
    "headers": {
        "mk": "Изоставени заглавја и подножја на страниците: {}.",
        "sq": "Kokat dhe fundet e faqeve, të lëna jashtë: {}.",
        "en": "Headers and footers of pages left out: {}.",
    },
    "text_boxes": {
        "mk": "Рамки со текст, запишани по пасусот до кој стојат: {}.",
        "sq": "Kuti teksti, të shkruara pas paragrafit ku qëndrojnë: {}.",
        "en": "Text boxes, written after the paragraph they stand at: {}.",
    },
    "contents": {
        "mk": "Изоставени редови од содржината: {}.",
        "sq": "Rreshta të përmbajtjes, të lënë jashtë: {}.",
        "en": "Lines of the table of contents left out: {}.",
    },
    "pictures": {
        "mk": "Слики, кои не се читаат: {}.",
        "sq": "Fotografi, të cilat nuk lexohen: {}.",
        "en": "Pictures, which are not read: {}.",
    },
    "symbols": {
        "mk": "Знаци од фонтови со слики, кои не се букви: {}.",
        "sq": "Shenja nga fonte me figura, që nuk janë shkronja: {}.",
        "en": "Signs of picture fonts that are no letters: {}.",
    },
    "side_by_side": {
        "mk": "Табели без рамка со текст еден до друг, прочитани колона по колона: {}.",
        "sq": "Tabela pa kornizë me tekst krah për krah, të lexuara shtyllë pas shtylle: {}.",
        "en": "Tables without borders with text side by side, read column by column: {}.",
    },
    "other_language": {
        "mk": "Изоставени колони на другиот јазик: {}.",
        "sq": "Shtylla në gjuhën tjetër, të lëna jashtë: {}.",
        "en": "Columns in the other language left out: {}.",
    },
    "furniture": {
        "mk": "Изоставени заглавја, подножја и броеви на страници, редови: {}.",
        "sq": "Koka, funde dhe numra faqesh të lëna jashtë, rreshta: {}.",
        "en": "Headers, footers and numbers of pages left out, lines: {}.",
    },
    "columns": {
        "mk": "Страници со повеќе колони, прочитани колона по колона: {}.",
        "sq": "Faqe me disa shtylla, të lexuara shtyllë pas shtylle: {}.",
        "en": "Pages with several columns, read column by column: {}.",
    },
    "hyphens": {
        "mk": "Зборови пренесени во нов ред, составени: {}.",
        "sq": "Fjalë të ndara në fund të rreshtit, të bashkuara: {}.",
        "en": "Words broken at the end of a line, joined: {}.",
    },
    "scanned": {
        "mk": "Страници што се слики без текст и не се прочитани: {}.",
        "sq": "Faqe që janë fotografi pa tekst dhe nuk u lexuan: {}.",
        "en": "Pages that are pictures without text and were not read: {}.",
    },
    "turned": {
        "mk": "Страници со завртен текст (печат, воден жиг), кој е изоставен: {}.",
        "sq": "Faqe me tekst të rrotulluar (vulë, filigran), i cili u la jashtë: {}.",
        "en": "Pages with turned text (a stamp, a watermark), which was left out: {}.",
    },
    "unknown_letters": {
        "mk": "Знаци за кои датотеката не кажува која буква се: {}; на нивно место стои \ufffd.",
        "sq": "Shenja për të cilat skeda nuk tregon cila shkronjë janë: {}; në vend të tyre qëndron \ufffd.",
        "en": "Signs of which the file does not say what letters they are: {}; \ufffd stands in their place.",
    },
}

REFUSALS: dict[str, dict[str, str]] = {
    "large": {
        "mk": "Датотеката е преголема за читање како акт.",
        "sq": "Skeda është tepër e madhe për t’u lexuar si akt.",
        "en": "the file is too large to be read as an act",
    },
    "bomb": {
        "mk": "Датотеката се распакува во премногу податоци; не е отворена.",
        "sq": "Skeda shpaketohet në tepër shumë të dhëna; nuk u hap.",
        "en": "the file unpacks to far too much data; it was not opened",
    },
    "damaged": {
        "mk": "Датотеката е оштетена. Отворете ја во програмата со која е направена и зачувајте ја повторно.",
        "sq": "Skeda është e dëmtuar. Hapeni në programin me të cilin u bë dhe ruajeni përsëri.",
        "en": "the file is damaged; open it in the program that made it and save it again",
    },
    "entities": {
        "mk": "Датотеката содржи опис на тип на документ, што во текст на акт не смее да стои.",
        "sq": "Skeda përmban përshkrim të llojit të dokumentit, që nuk guxon të qëndrojë në tekst akti.",
        "en": "the file declares a document type, which has no place in a document",
    },
    "password": {
        "mk": "Датотеката е заклучена со лозинка. Зачувајте ја без лозинка.",
        "sq": "Skeda është e mbyllur me fjalëkalim. Ruajeni pa fjalëkalim.",
        "en": "the file is locked with a password; save it without one",
    },
    "doc": {
        "mk": "Ова е стар облик на Word (.doc). Отворете ја датотеката и зачувајте ја како .docx.",
        "sq": "Ky është format i vjetër i Word-it (.doc). Hapeni skedën dhe ruajeni si .docx.",
        "en": "this is the old form of Word (.doc); open the file and save it as .docx",
    },
    "rtf": {
        "mk": "Ова е RTF. Отворете ја датотеката и зачувајте ја како .docx или .odt.",
        "sq": "Kjo është RTF. Hapeni skedën dhe ruajeni si .docx ose .odt.",
        "en": "this is RTF; open the file and save it as .docx or .odt",
    },
    "markup": {
        "mk": "Ова е страница или XML. Ископирајте го текстот и зачувајте го како .txt или .docx.",
        "sq": "Kjo është faqe ose XML. Kopjojeni tekstin dhe ruajeni si .txt ose .docx.",
        "en": "this is a web page or XML; copy its text and save it as .txt or .docx",
    },
    "picture": {
        "mk": "Ова е слика (скен) без текст. Потребно е препознавање на текст, па проверка од човек.",
        "sq": "Kjo është fotografi (skanim) pa tekst. Duhet njohja e tekstit, pastaj kontroll nga njeriu.",
        "en": "this is a picture (a scan) without text; it needs text recognition and a person who checks it",
    },
    "scan": {
        "mk": "Овој PDF е скен: страниците се слики без текст. Потребно е препознавање на текст, па проверка од"
        " човек, или побарајте го документот од кој е отпечатен.",
        "sq": "Ky PDF është skanim: faqet janë fotografi pa tekst. Duhet njohja e tekstit, pastaj kontroll nga"
        " njeriu, ose kërkojeni dokumentin nga i cili u shtyp.",
        "en": "this PDF is a scan: its pages are pictures without text; it needs text recognition and a person who"
        " checks it, or ask for the document it was printed from",
    },
    "empty": {
        "mk": "Овој PDF нема никаков текст.",
        "sq": "Ky PDF nuk ka asnjë tekst.",
        "en": "this PDF has no text at all",
    },
    "archive": {
        "mk": "Ова е архива или друг вид на документ, а не текст. Дајте .docx, .odt, .pdf или .txt.",
        "sq": "Ky është arkiv ose lloj tjetër dokumenti, jo tekst. Jepni .docx, .odt, .pdf ose .txt.",
        "en": "this is an archive or another kind of document, no text; give .docx, .odt, .pdf or .txt",
    },
    "slow": {
        "mk": "Читањето на датотеката траеше предолго или побара премногу меморија и е прекинато.",
        "sq": "Leximi i skedës zgjati tepër ose kërkoi tepër memorie dhe u ndërpre.",
        "en": "reading the file took too long or too much memory and was stopped",
    },
}
