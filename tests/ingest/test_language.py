import pytest

from marsad.ingest.language import detect_language, plain_code

SENTENCES = [
    ("en", "The army said on Monday that its forces had taken the town after two days of fighting."),
    ("en", "THE ARMY SAID ON MONDAY THAT ITS FORCES HAD TAKEN THE TOWN AFTER TWO DAYS OF FIGHTING."),
    ("en", "Air strike kills 12 near Idlib"),
    ("en", "5 killed"),
    (
        "en",
        "Clashes, shelling in Dayr az Zawr, Abu Kamal, Mayadin; Syrian Democratic Forces, Jaysh al-Islam, Ahrar al-Sham fighters killed",
    ),
    ("fr", "L'armée a annoncé lundi que ses forces avaient pris la ville après deux jours de combats dans le nord du pays."),
    ("es", "El ejército dijo el lunes que sus fuerzas habían tomado la ciudad tras dos días de combates en el norte del país."),
    ("pt", "O exército disse na segunda-feira que as suas forças tomaram a cidade depois de dois dias de combates no norte do país."),
    ("de", "Die Armee teilte am Montag mit, dass ihre Truppen die Stadt nach zwei Tagen eingenommen haben."),
    ("it", "L'esercito ha detto lunedì che le sue forze hanno preso la città dopo due giorni di combattimenti nel nord del paese."),
    (
        "tr",
        "Ordu pazartesi günü yaptığı açıklamada iki gün süren çatışmaların ardından kasabanın ele geçirildiğini ve çok sayıda kişinin öldüğünü bildirdi.",
    ),
    ("id", "Tentara mengatakan pada hari Senin bahwa pasukannya telah merebut kota itu setelah dua hari pertempuran di utara."),
    (
        "sw",
        "Jeshi lilisema siku ya Jumatatu kwamba vikosi vyake vimeuteka mji huo baada ya siku mbili za mapigano katika eneo la kaskazini.",
    ),
    ("ar", "قال الجيش يوم الاثنين إن قواته سيطرت على المدينة بعد يومين من القتال"),
    ("fa", "ارتش روز دوشنبه گفت که نیروهایش پس از دو روز جنگ شهر را گرفتند و چند نفر کشته شدند"),
    ("ru", "Армия заявила в понедельник, что её силы взяли город после двух дней боёв."),
    ("uk", "Армія заявила в понеділок, що її сили взяли місто після двох днів боїв."),
    ("he", "הצבא אמר ביום שני כי כוחותיו כבשו את העיר"),
    ("zh", "军队周一表示,经过两天的战斗,其部队已占领该镇。"),
    ("ja", "軍は月曜日、2日間の戦闘の末に町を制圧したと発表した。"),
    ("am", "ሠራዊቱ ከተማዋን ተቆጣጠረ"),
    (None, "12 345 / 67 %"),
    (None, ""),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_tells_the_language(language, text):
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("given", "code"), [("en-GB", "en"), ("English", "en"), ("eng", "en"), ("ARA", "ar"), ("xx", "xx"), ("", None), (None, None)]
)
def test_a_given_language_becomes_a_plain_code(given, code):
    assert plain_code(given) == code
