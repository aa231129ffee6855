"""Invented pages in the forms that publishing systems give theirs: each with the people and the day that are right.

A page is made of what a system writes into its head, above the story and below it; the story is the same for all pages
of a language. Nobody on them is real.
"""

from typing import NamedTuple


class Template(NamedTuple):
    """The form of a page; `names` and `day` are what a reader takes from it, `day` is None where it shows none."""

    form: str
    language: str
    names: list[str]
    day: str | None
    head: str
    top: str
    end: str = ""


TITLES = {
    "en": "Rain closes bridge in Marlow", "de": "Regen sperrt die Brücke in Marlau", "fr": "La pluie ferme le pont de Marlou",
    "es": "La lluvia cierra el puente de Marlo", "it": "La pioggia chiude il ponte di Marlone", "pt": "Chuva fecha a ponte de Marlim",
    "nl": "Regen sluit de brug in Marlen", "sv": "Regn stänger bron i Marlby", "da": "Regn lukker broen i Marlby", "nb": "Regn stenger broen i Marlvik",
    "pl": "Deszcz zamyka most w Marlowie", "cs": "Déšť uzavřel most v Marlově", "ru": "Дождь закрыл мост в Марлове", "tr": "Yağmur Marlova köprüsünü kapattı",
    "id": "Hujan menutup jembatan di Marlo", "fi": "Sade sulki sillan Marlassa", "ja": "雨でマーロウの橋が通行止めに", "ko": "비로 말로의 다리 통제", "zh": "大雨封闭马洛大桥",
    "el": "Η βροχή έκλεισε τη γέφυρα στο Μάρλο", "hu": "Az eső lezárta a marlói hidat", "ro": "Ploaia închide podul din Marlova", "uk": "Дощ закрив міст у Марлові",
}  # fmt: skip
STORIES = {
    "en": [
        "The bridge over the river was closed on Monday after rain fell on the town for two days, the council said, and nobody was hurt.",
        "Engineers will look at the pillars this week. The school on the other bank stays open, and a ferry takes the children across.",
        "The mill, the market and the harbor had no power for six hours, and the fire brigade pumped water out of forty cellars.",
    ],
    "de": [
        "Die Brücke über den Fluss wurde am Montag gesperrt, nachdem es in der Stadt zwei Tage lang geregnet hatte, wie der Rat mitteilte. Niemand wurde verletzt.",
        "Fachleute sehen sich in dieser Woche die Pfeiler an. Die Schule am anderen Ufer bleibt offen, und eine Fähre bringt die Kinder hinüber.",
        "Die Mühle, der Markt und der Hafen waren sechs Stunden ohne Strom, und die Feuerwehr pumpte das Wasser aus vierzig Kellern.",
    ],
    "fr": [
        "Le pont sur la rivière a été fermé lundi après deux jours de pluie sur la ville, a annoncé le conseil, et personne n’a été blessé.",
        "Des ingénieurs examineront les piles cette semaine. L’école de l’autre rive reste ouverte, et un bac fait traverser les enfants.",
        "Le moulin, le marché et le port sont restés sans courant pendant six heures, et les pompiers ont vidé quarante caves.",
    ],
    "es": [
        "El puente sobre el río fue cerrado el lunes después de dos días de lluvia en la ciudad, informó el consejo, y nadie resultó herido.",
        "Los ingenieros examinarán los pilares esta semana. La escuela de la otra orilla sigue abierta, y una barca lleva a los niños.",
        "El molino, el mercado y el puerto estuvieron seis horas sin luz, y los bomberos sacaron el agua de cuarenta sótanos.",
    ],
    "it": [
        "Il ponte sul fiume è stato chiuso lunedì dopo due giorni di pioggia sulla città, ha detto il consiglio, e nessuno è rimasto ferito.",
        "Gli ingegneri esamineranno i piloni in questa settimana. La scuola sull’altra riva resta aperta, e un traghetto porta i bambini.",
        "Il mulino, il mercato e il porto sono rimasti sei ore senza corrente, e i pompieri hanno svuotato quaranta cantine.",
    ],
    "pt": [
        "A ponte sobre o rio foi fechada na segunda-feira depois de dois dias de chuva na cidade, disse o conselho, e ninguém ficou ferido.",
        "Os engenheiros vão examinar os pilares nesta semana. A escola da outra margem continua aberta, e uma balsa leva as crianças.",
        "O moinho, o mercado e o porto ficaram seis horas sem luz, e os bombeiros tiraram a água de quarenta porões.",
    ],
    "nl": [
        "De brug over de rivier werd maandag gesloten nadat het twee dagen had geregend in de stad, zei de raad, en niemand raakte gewond.",
        "Ingenieurs bekijken deze week de pijlers. De school op de andere oever blijft open, en een veerpont brengt de kinderen over.",
        "De molen, de markt en de haven zaten zes uur zonder stroom, en de brandweer pompte het water uit veertig kelders.",
    ],
    "sv": [
        "Bron över floden stängdes på måndagen efter att det hade regnat i två dagar över staden, sade rådet, och ingen blev skadad.",
        "Ingenjörer ska granska pelarna denna vecka. Skolan på andra stranden är öppen, och en färja tar barnen över.",
        "Kvarnen, torget och hamnen var utan ström i sex timmar, och brandkåren pumpade vatten ur fyrtio källare.",
    ],
    "da": [
        "Broen over floden blev lukket mandag, efter at det havde regnet i to dage over byen, sagde rådet, og ingen kom til skade.",
        "Ingeniører skal se på pillerne i denne uge. Skolen på den anden bred er åben, og en færge sejler børnene over.",
        "Møllen, torvet og havnen var uden strøm i seks timer, og brandvæsenet pumpede vand ud af fyrre kældre.",
    ],
    "nb": [
        "Broen over elven ble stengt mandag etter at det hadde regnet i to dager over byen, sa rådet, og ingen ble skadet.",
        "Ingeniører skal se på pilarene denne uken. Skolen på den andre bredden er åpen, og en ferge tar barna over.",
        "Møllen, torget og havnen var uten strøm i seks timer, og brannvesenet pumpet vann ut av førti kjellere.",
    ],
    "pl": [
        "Most na rzece został zamknięty w poniedziałek po dwóch dniach deszczu nad miastem, poinformowała rada, i nikt nie został ranny.",
        "Inżynierowie obejrzą filary w tym tygodniu. Szkoła na drugim brzegu pozostaje otwarta, a prom przewozi dzieci.",
        "Młyn, rynek i port były sześć godzin bez prądu, a straż pożarna wypompowała wodę z czterdziestu piwnic.",
    ],
    "cs": [
        "Most přes řeku byl v pondělí uzavřen poté, co ve městě dva dny pršelo, uvedla rada, a nikdo nebyl zraněn.",
        "Inženýři si tento týden prohlédnou pilíře. Škola na druhém břehu zůstává otevřená a děti převáží přívoz.",
        "Mlýn, trh a přístav byly šest hodin bez proudu a hasiči vyčerpali vodu ze čtyřiceti sklepů.",
    ],
    "ru": [
        "Мост через реку был закрыт в понедельник после двух дней дождя над городом, сообщил совет, и никто не пострадал.",
        "Инженеры осмотрят опоры на этой неделе. Школа на другом берегу остаётся открытой, а паром перевозит детей.",
        "Мельница, рынок и порт шесть часов были без света, а пожарные откачали воду из сорока подвалов.",
    ],
    "tr": [
        "Nehrin üzerindeki köprü, şehre iki gün boyunca yağan yağmurdan sonra pazartesi günü kapatıldı, dedi meclis, ve kimse yaralanmadı.",
        "Mühendisler bu hafta ayaklara bakacak. Karşı kıyıdaki okul açık kalıyor ve bir feribot çocukları taşıyor.",
        "Değirmen, pazar ve liman altı saat elektriksiz kaldı ve itfaiye kırk bodrumdan su pompaladı.",
    ],
    "id": [
        "Jembatan di atas sungai ditutup pada hari Senin setelah hujan turun selama dua hari di kota itu, kata dewan, dan tidak ada yang terluka.",
        "Para insinyur akan memeriksa tiang-tiangnya minggu ini. Sekolah di seberang tetap buka, dan sebuah feri membawa anak-anak.",
        "Penggilingan, pasar dan pelabuhan tanpa listrik selama enam jam, dan pemadam kebakaran memompa air dari empat puluh ruang bawah tanah.",
    ],
    "fi": [
        "Joen ylittävä silta suljettiin maanantaina, kun kaupungissa oli satanut kaksi päivää, valtuusto kertoi, eikä kukaan loukkaantunut.",
        "Insinöörit tutkivat pilarit tällä viikolla. Toisen rannan koulu pysyy auki, ja lautta vie lapset yli.",
        "Mylly, tori ja satama olivat kuusi tuntia ilman sähköä, ja palokunta pumppasi veden neljästäkymmenestä kellarista.",
    ],
    "ja": [
        "川にかかる橋は、町に二日間雨が降り続いたため月曜日に通行止めになったと議会が発表した。けが人はいなかった。",
        "技術者が今週、橋脚を調べる。対岸の学校は開いており、子どもたちは渡し船で通っている。",
        "水車小屋と市場と港は六時間停電し、消防隊が四十の地下室から水をくみ出した。住民は雨がやむのを待っている。",
    ],
    "ko": [
        "강 위의 다리는 도시에 이틀 동안 비가 내린 뒤 월요일에 통제되었다고 의회가 밝혔다. 다친 사람은 없었다.",
        "기술자들이 이번 주에 교각을 살펴볼 예정이다. 건너편 학교는 계속 열려 있고 나룻배가 아이들을 태워 나른다.",
        "방앗간과 시장과 항구는 여섯 시간 동안 전기가 끊겼고 소방대가 마흔 곳의 지하실에서 물을 퍼냈다.",
    ],
    "zh": [
        "市议会表示，城里连下两天雨之后，河上的大桥于周一封闭，没有人受伤，车辆须从北面的旧桥绕行。",
        "工程师本周将检查桥墩。对岸的学校照常开放，孩子们乘渡船上学，家长们可以免费乘坐同一班渡船。",
        "磨坊、市场和港口停电六个小时，消防队从四十间地下室抽出了积水，居民们正在等待雨停。",
    ],
    "el": [
        "Η γέφυρα πάνω από το ποτάμι έκλεισε τη Δευτέρα μετά από δύο ημέρες βροχής στην πόλη, ανακοίνωσε το συμβούλιο, και κανείς δεν τραυματίστηκε.",
        "Οι μηχανικοί θα εξετάσουν τους στύλους αυτή την εβδομάδα. Το σχολείο στην άλλη όχθη μένει ανοιχτό, και ένα πλοιάριο περνά τα παιδιά.",
        "Ο μύλος, η αγορά και το λιμάνι έμειναν έξι ώρες χωρίς ρεύμα, και η πυροσβεστική άντλησε νερό από σαράντα υπόγεια.",
    ],
    "hu": [
        "A folyó hídját hétfőn lezárták, miután két napig esett a városban, közölte a tanács, és senki sem sérült meg.",
        "A mérnökök ezen a héten nézik meg a pilléreket. A túlparti iskola nyitva marad, és komp viszi át a gyerekeket.",
        "A malom, a piac és a kikötő hat órán át áram nélkül volt, és a tűzoltók negyven pincéből szivattyúzták ki a vizet.",
    ],
    "ro": [
        "Podul peste râu a fost închis luni după două zile de ploaie asupra orașului, a anunțat consiliul, și nimeni nu a fost rănit.",
        "Inginerii vor examina pilonii în această săptămână. Școala de pe celălalt mal rămâne deschisă, iar un bac trece copiii.",
        "Moara, piața și portul au rămas șase ore fără curent, iar pompierii au scos apa din patruzeci de pivnițe.",
    ],
    "uk": [
        "Міст через річку закрили в понеділок після двох днів дощу над містом, повідомила рада, і ніхто не постраждав.",
        "Інженери оглянуть опори цього тижня. Школа на іншому березі залишається відкритою, а пором перевозить дітей.",
        "Млин, ринок і порт шість годин були без світла, а пожежники відкачали воду з сорока підвалів.",
    ],
}

RELATED = (
    "<section class='related'><h2>More stories</h2><ul><li><a href='/mill'>Mill reopens in Orford</a><span>By Tom Vale</span><span>March 1, 2024</span></li>"
    "<li><a href='/ferry'>Ferry runs late</a><span>By Meg Oakes</span><span>Feb. 28, 2024</span></li></ul></section>"
)
COMMENTS = (
    "<section id='comments'><h3>2 Comments</h3><ol><li class='comment'><cite class='fn'>Bob Fenn</cite> <a href='#c1'>March 7, 2024 at 8:01 am</a><p>I saw it.</p></li>"
    "<li class='comment'><cite class='fn'>Kit Marsh</cite> <a href='#c2'>March 8, 2024 at 9:15 pm</a><p>So did I.</p></li></ol></section>"
)
DAY = "2024-03-05"


def _linked(author: str, more: str = '"datePublished": "2024-03-05T09:12:00Z"') -> str:
    return f'<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Rain closes bridge in Marlow", "author": {author}, {more}}}</script>'


ENGLISH = [
    Template("blog, linked data as a graph, the author by reference", "en", ["Ana Roe"], DAY,
        '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "@id": "https://www.harborpost.example/#website", "name": "Harbor Post"}, {"@type": "Article", "headline": "Rain closes bridge in Marlow", "author": {"name": "Ana Roe", "@id": "https://www.harborpost.example/#/person/a1"}, "datePublished": "2024-03-05T09:12:00+00:00", "dateModified": "2024-03-09T08:00:00+00:00"}, {"@type": "Person", "@id": "https://www.harborpost.example/#/person/a1", "name": "Ana Roe"}]}</script>',
        "", COMMENTS + RELATED),
    Template("blog, the account in linked data and the person shown", "en", ["Ana Roe"], DAY, _linked('{"@type": "Person", "name": "hpadmin"}'),
        "<div class='entry-meta'><span class='posted-on'>Posted on <a href='/news/rain' rel='bookmark'><time class='entry-date published' datetime='2024-03-05T09:12:00+00:00'>March 5, 2024</time></a></span> <span class='byline'> by <span class='author vcard'><a class='url fn n' href='/author/aroe/'>Ana Roe</a></span></span></div>", COMMENTS),
    Template("linked data, both authors in one text", "en", ["Ana Roe", "Ivo Lund"], DAY, _linked('"Ana Roe, Ivo Lund"'), "", RELATED),
    Template("linked data, an author with a list of names", "en", ["Ana Roe", "Ivo Lund"], DAY, _linked('{"@type": "Person", "name": ["Ana Roe", "Ivo Lund"]}'), "", RELATED),
    Template("linked data, a list with an object and a text", "en", ["Ana Roe", "Ivo Lund"], DAY, _linked('[{"@type": "Person", "name": "Ana Roe"}, "Ivo Lund"]'), "", RELATED),
    Template("linked data, the author is only an address", "en", ["Ana Roe"], DAY, _linked('{"@type": "Person", "url": "https://www.harborpost.example/staff/ana-roe"}'),
        "<div class='storyline'><a href='/staff/ana-roe'>Ana Roe</a><span>Harbor Post</span></div>", RELATED),
    Template("linked data, the site as the author", "en", ["Ana Roe"], DAY, _linked('{"@type": "Organization", "name": "Harbor Post"}'), "<p class='info'>By <b>Ana Roe</b></p>", RELATED),
    Template("linked data of other stories stands first", "en", ["Ana Roe"], DAY,
        '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Mill reopens in Orford", "author": {"name": "Tom Vale"}, "datePublished": "2024-03-01T07:00:00Z", "url": "https://www.harborpost.example/news/mill"}, {"@type": "NewsArticle", "headline": "Rain closes bridge in Marlow", "author": {"name": "Ana Roe"}, "datePublished": "2024-03-05T09:12:00Z", "url": "https://www.harborpost.example/news/rain"}]</script>', "", RELATED),
    Template("linked data, contributors beside the author are none", "en", ["Ana Roe"], DAY, _linked('{"name": "Ana Roe"}, "editor": {"name": "Tom Vale"}, "contributor": {"name": "Meg Oakes"}'), "", RELATED),
    Template("several meta elements, an author each", "en", ["Ana Roe", "Ivo Lund"], DAY,
        "<meta name='citation_author' content='Roe, Ana'><meta name='citation_author' content='Lund, Ivo'><meta name='citation_publication_date' content='2024/03/05'>", ""),
    Template("several meta elements named author", "en", ["Ana Roe", "Ivo Lund", "Pia Stone"], DAY,
        "<meta name='author' content='Ana Roe'><meta name='author' content='Ivo Lund'><meta name='author' content='Pia Stone'><meta property='article:published_time' content='2024-03-05T09:12:00Z'>", "", RELATED),
    Template("Parsely in one meta element", "en", ["Ana Roe"], DAY,
        """<meta name='parsely-page' content='{"title": "Rain closes bridge in Marlow", "type": "post", "authors": ["Ana Roe"], "pub_date": "2024-03-05T09:12:00Z", "section": "News"}'>""", "", RELATED),
    Template("the author's meta with the paper behind", "en", ["Ana Roe"], DAY, "<meta name='author' content='Ana Roe | Harbor Post'><meta name='date' content='2024-03-05'>", "", RELATED),
    Template("the author's meta is an account and an address", "en", ["Ana Roe"], DAY, "<meta name='author' content='@harborpost'><meta property='article:author' content='https://social.example/harborpost'><meta property='article:published_time' content='2024-03-05T09:12:00Z'>",
        "<p class='credits'><em>By Ana Roe</em></p>", RELATED),
    Template("Dublin Core", "en", ["Ana Roe"], DAY, "<meta name='DC.creator' content='Roe, Ana'><meta name='DC.date.issued' content='2024-03-05'>", "", RELATED),
    Template("microdata, the name in a meta element", "en", ["Ana Roe"], DAY, "",
        "<div itemprop='author' itemscope itemtype='https://schema.org/Person'><meta itemprop='name' content='Ana Roe'></div><meta itemprop='datePublished' content='2024-03-05T09:12:00Z'>", RELATED),
    Template("Drupal, submitted by", "en", ["Ana Roe"], DAY, "", "<footer class='node__meta'><div class='node__submitted'>Submitted by <span><a title='View user profile.' href='/user/12' class='username'>Ana Roe</a></span> on <span>Tue, 03/05/2024 - 09:12</span></div></footer>", COMMENTS),
    Template("Blogger, the author below the story", "en", ["Ana Roe"], DAY, "", "<h2 class='date-header'><span>Tuesday, March 5, 2024</span></h2><h1>Rain closes bridge in Marlow</h1>",
        "<div class='post-footer'><span class='post-author vcard'>Posted by <span class='fn'>Ana Roe</span></span> <span class='post-timestamp'>at <a href='/news/rain' title='permanent link'><abbr class='published' title='2024-03-05T09:12:00-08:00'>9:12 AM</abbr></a></span></div>" + COMMENTS),
    Template("local paper, byline in capitals with mail", "en", ["Ana Roe"], DAY, "",
        "<div class='meta'><span><ul class='list-inline'><li><span class='tnt-byline'>By ANA ROE aroe@harborpost.example</span></li><li class='hidden-print'><time datetime='2024-03-05T05:00:00-06:00' class='tnt-date asset-date text-muted'>Mar 5, 2024</time></li><li class='visible-print'>Mar 6, 2024</li></ul></span></div>", RELATED),
    Template("chain of papers, name without by, own timestamp element", "en", ["Ana Roe"], DAY, "",
        "<div class='gnt_ar_by'><a class='gnt_ar_by_a' href='/staff/1234/ana-roe/'>Ana Roe</a><div class='gnt_ar_pb'>Harbor Post</div></div><story-timestamp publishdate='March 5, 2024 at 5:01 a.m. ET' updatedate='March 6, 2024 at 9:00 a.m. ET'></story-timestamp>", RELATED),
    Template("local paper, published label and mail behind a bar", "en", ["Ana Roe"], DAY, "", "<ul><li>Updated: Mar. 06, 2024, 9:12 a.m.|</li><li>Published: Mar. 05, 2024, 5:12 p.m.</li></ul><ul><li>By</li><li><a href='/staff/aroe/posts.html'>Ana Roe | aroe@harborpost.example</a></li></ul>", RELATED),
    Template("local television, by with a small letter", "en", ["Ana Roe"], DAY, "", "<div class='article-authors'>by: <a href='/author/ana-roe'>Ana Roe</a></div><div class='article-meta'>Posted: <time datetime='2024-03-05T09:12:00-05:00'>Mar 5, 2024 / 09:12 AM EST</time> Updated: <time datetime='2024-03-06T09:12:00-05:00'>Mar 6, 2024 / 09:12 AM EST</time></div>", RELATED),
    Template("local television, the station behind the name", "en", ["Ana Roe"], DAY, "", "<div>by ANA ROE | KXYZ Staff</div><div>Tue, March 5th 2024 at 9:12 AM</div><div>Updated Wed, March 6th 2024 at 1:00 PM</div>", RELATED),
    Template("local television, two labels without a blank between", "en", ["Ana Roe"], DAY, "", "<div class='author'><span>By <a>Ana Roe</a></span></div><div class='published-date-time'>Published: Mar. 5, 2024 at 9:12 AM EST|<span>Updated: Mar. 6, 2024 at 2:00 PM EST</span></div>", RELATED),
    Template("agency, two names in capitals", "en", ["Ana Roe", "Ivo Lund"], DAY, "", "<div class='Page-byline'>By ANA ROE and IVO LUND</div><div>Updated 9:12 AM EST, March 5, 2024</div>", RELATED),
    Template("agency, who reported stands below", "en", ["Ana Roe"], DAY, "", "<div data-testid='AuthorName'>By <a rel='author' href='/authors/ana-roe/'>Ana Roe</a></div><time datetime='2024-03-05T09:12:00Z'><span>March 5, 2024</span><span>9:12 AM GMT</span><span>Updated 2 days ago</span></time>", "<p>Reporting by Ana Roe; Editing by Tom Vale</p>" + RELATED),
    Template("who reported and wrote stands only below the story", "en", ["Ana Roe", "Ivo Lund"], DAY, "<meta name='date' content='2024-03-05'>", "", "<p>(Reporting by Ana Roe and Ivo Lund in Marlow; Editing by Tom Vale)</p>" + RELATED),
    Template("newsletter, names and a day apart", "en", ["Ana Roe"], DAY, "", "<h3 class='subtitle'>What the river took</h3><div class='byline-wrapper'><div class='profile-hover-card-target'><a href='https://substack.example/@anaroe'>Ana Roe</a></div><div class='pencraft meta'>Mar 05, 2024</div></div><div>12</div><div>Share</div>", COMMENTS),
    Template("blog platform, follow and minutes behind the name", "en", ["Ana Roe"], DAY, "", "<div><a data-testid='authorName' href='/@anaroe'>Ana Roe</a><span>·</span><button>Follow</button><div><span data-testid='storyReadTime'>5 min read</span><span>·</span><span data-testid='storyPublishDate'>Mar 5, 2024</span></div></div>", COMMENTS),
    Template("publishing platform, heading of fourth rank", "en", ["Ana Roe"], DAY, "", "<section class='gh-article-meta'><h4 class='gh-article-author-name'><a href='/author/ana/'>Ana Roe</a></h4><time class='gh-article-meta-date' datetime='2024-03-05'>Mar 5, 2024</time><span>4 min read</span></section>", RELATED),
    Template("site builder, written by with the day first", "en", ["Ana Roe"], DAY, "", "<div class='blog-meta'><time class='blog-date' datetime='2024-03-05'>Mar 5</time><span>Written By <a class='blog-author-name' href='/news?author=5f'>Ana Roe</a></span></div>", RELATED),
    Template("site builder, marks in data attributes", "en", ["Ana Roe"], DAY, "", "<ul class='s1 x2'><li><span class='q8' data-hook='user-name'>Ana Roe</span></li><li><span class='q8' title='Mar 5, 2024' data-hook='time-ago'>Mar 5, 2024</span></li><li><span data-hook='time-to-read'>2 min read</span></li></ul>", RELATED),
    Template("broadcaster, role on its own line", "en", ["Ana Roe"], DAY, "", "<div data-component='byline-block'><div class='k1-Contributor'><span>Ana Roe</span></div><div class='k1-role'><span>Business reporter</span></div></div><div><span>Published</span><time datetime='2024-03-05T09:12:00.000Z'>5 March 2024</time></div>", RELATED),
    Template("paper, a place behind the name, dots in the time", "en", ["Ana Roe", "Ivo Lund"], DAY, "", "<address><div><a rel='author' href='/profile/anaroe'>Ana Roe</a> in Marlow and <a rel='author' href='/profile/ivolund'>Ivo Lund</a></div></address><details><summary>Tue 5 Mar 2024 09.12 GMT</summary>Last modified on Wed 6 Mar 2024 11.00 GMT</details>", RELATED),
    Template("magazine, by, illustrations by", "en", ["Ana Roe"], DAY, "", "<div class='c-byline'><span>By <a href='/authors/ana-roe'>Ana Roe</a></span> <span>Illustrations by Tom Vale</span> <time>Mar 5, 2024, 9:12am EST</time></div>", RELATED),
    Template("magazine, words and photographs", "en", ["Ana Roe"], DAY, "", "<p class='standfirst'>A town and its river</p><p>Words by Ana Roe<br>Photographs by Tom Vale</p><p>5 March 2024</p>", RELATED),
    Template("contributor network, a disclaimer behind the name", "en", ["Ana Roe"], DAY, "", "<div class='fs-author-name'><a class='link' href='/sites/anaroe/'>Ana Roe</a></div><div class='role'>Contributor</div><div class='disc'>Opinions expressed by contributors are their own.</div><div><time>Mar 5, 2024</time>, <time>09:12am EST</time></div>", RELATED),
    Template("opinion page, the column's author behind a bar", "en", ["Ana Roe"], DAY, "", "<div class='kicker'>Opinion</div><h1>Rain closes bridge in Marlow</h1><p>Ana Roe | Columnist</p><p>Mar. 5, 2024 5:00 am</p>", RELATED),
    Template("letter, the author at the end", "en", ["Ana Roe"], DAY, "<meta name='date' content='2024-03-05'>", "<p class='kicker'>Letters</p>", "<p><em>Ana Roe is a teacher who lives in Marlow.</em></p>" + RELATED),
    Template("mobile page, by and posted on", "en", ["Ana Roe"], DAY, "", "<div class='amp-wp-meta amp-wp-byline'><amp-img src='a.png' alt='Ana Roe'></amp-img><span class='amp-wp-author author vcard'>Ana Roe</span></div><div class='amp-wp-meta amp-wp-posted-on'><time datetime='2024-03-05T09:12:00+00:00'>2 weeks ago</time></div>", RELATED),
    Template("staff byline and agency copy name nobody", "en", [], DAY, "", "<p class='byline'>By Harbor Post Staff</p><p>March 5, 2024</p>", RELATED),
    Template("agency alone, names only at other stories", "en", [], DAY, "", "<p class='byline'>The Associated Press</p><p>March 5, 2024</p>", RELATED + COMMENTS),
    Template("no author, a photographer above the story", "en", [], DAY, "", "<figure><img src='a.jpg'><figcaption>The bridge. Photo by Tom Vale</figcaption></figure><p>Photo: Tom Vale</p><p>March 5, 2024</p>", RELATED + COMMENTS),
    Template("no author, comments with names", "en", [], DAY, "<meta property='article:published_time' content='2024-03-05T09:12:00Z'>", "", COMMENTS),
    Template("no author, a list of the paper's writers beside", "en", [], DAY, "", "<p>March 5, 2024</p>", "<div class='sidebar'><h3>Our writers</h3><ul><li><a href='/author/tv'>Tom Vale</a></li><li><a href='/author/mo'>Meg Oakes</a></li><li><a href='/author/sk'>Sam Kerr</a></li></ul></div>"),
    Template("a story that is kept up to date", "en", ["Ana Roe"], DAY, "", "<div class='byline'>By Ana Roe</div><p>Last updated: March 6, 2024. First published: March 5, 2024</p>", RELATED),
    Template("the day in letters, the month in capitals", "en", ["Ana Roe"], DAY, "", "<div class='meta'><span>ANA ROE</span><span>MARCH 5, 2024</span></div>", RELATED),
    Template("the day in the heading's attribute alone", "en", ["Ana Roe"], DAY, "", "<div class='byline'>By Ana Roe</div><span class='date' data-timestamp='1709629920'></span>", RELATED),
    Template("British paper, the day first in numbers", "en", ["Ana Roe"], DAY, "<meta property='og:locale' content='en_GB'>", "<p class='author'>Ana Roe</p><p class='date'>05/03/2024</p>", "<section class='related'><a href='/mill'>Mill reopens</a> <span>29/02/2024</span></section>"),
    Template("two bylines in two elements", "en", ["Ana Roe", "Ivo Lund"], DAY, "", "<div class='authors'><div class='author-card'><img src='a.png' alt=''><a href='/author/ana-roe'>Ana Roe</a><span>Senior reporter</span></div><div class='author-card'><img src='i.png' alt=''><a href='/author/ivo-lund'>Ivo Lund</a><span>Data editor</span></div></div><time datetime='2024-03-05'>March 5, 2024</time>", RELATED),
    Template("three names with commas and an and", "en", ["Ana Roe", "Ivo Lund", "Pia Stone"], DAY, "", "<p>By <a href='/by/ana-roe'>Ana Roe</a>, <a href='/by/ivo-lund'>Ivo Lund</a>, and <a href='/by/pia-stone'>Pia Stone</a></p><p>March 5, 2024</p>", RELATED),
    Template("a guest post of an expert, reviewed by another", "en", ["Ana Roe"], DAY, "", "<div class='meta'>Written by <a href='/people/ana-roe'>Ana Roe</a> Medically reviewed by <a href='/people/sam-kerr'>Sam Kerr, MD</a> Updated on March 5, 2024</div>", RELATED),
]  # fmt: skip
OTHERS = [
    Template("German paper", "de", ["Anke Rohde"], DAY, "", "<div class='autor'>Von <strong>Anke Rohde</strong>, Marlau</div><div class='datum'>05.03.2024, 09:12 Uhr</div>", "<div class='teaser'><a href='/m'>Mühle öffnet wieder</a><span>Von Tom Vahl</span><span>01.03.2024</span></div>"),
    Template("German paper, kind of text before the name", "de", ["Anke Rohde"], DAY, "", "<p class='zeile'>Ein Kommentar von Anke Rohde</p><p>5. März 2024, 9:12 Uhr</p>"),
    Template("German paper, two names with und", "de", ["Anke Rohde", "Jens Lund"], DAY, "", "<div class='byline'>Von Anke Rohde und Jens Lund</div><time>5. März 2024</time>"),
    Template("German broadcaster, as of", "de", ["Anke Rohde"], DAY, "", "<p class='autorenzeile'>Von Anke Rohde, Marlau</p><p class='stand'>Stand: 05.03.2024 09:12 Uhr</p>"),
    Template("German paper, label before the author", "de", ["Anke Rohde"], DAY, "", "<div>Autor: Anke Rohde</div><div>Veröffentlicht am 05.03.2024</div><div>Aktualisiert am 06.03.2024</div>"),
    Template("German paper, agency below", "de", [], DAY, "", "<p>05.03.2024</p>", "<p>Quelle: dpa</p>"),
    Template("German paper, guest", "de", ["Anke Rohde"], DAY, "<meta name='date' content='2024-03-05'>", "<p class='autor'>Ein Gastbeitrag von Prof. Dr. Anke Rohde</p>"),
    Template("Austrian paper, the name in a link alone", "de", ["Anke Rohde"], DAY, "", "<div class='article-byline'><a href='/autoren/anke-rohde'>Anke Rohde</a></div><p class='article-pubdate'>5. März 2024, 09:12</p>"),
    Template("French paper", "fr", ["Anne Roux"], DAY, "", "<p class='signature'>Par <a href='/auteur/anne-roux'>Anne Roux</a></p><p>Publié le 05 mars 2024 à 09h12, mis à jour le 06 mars 2024 à 10h00</p>", "<ul class='lire-aussi'><li>Le moulin rouvre, par Tom Val, 1er mars 2024</li></ul>"),
    Template("French paper, place and role in brackets", "fr", ["Anne Roux"], DAY, "", "<p class='auteur'>Par Anne Roux (Marlou, correspondante)</p><p>Publié le 5 mars 2024 à 09:12</p>"),
    Template("French paper, with an agency", "fr", ["Anne Roux"], DAY, "", "<p class='auteur'>Anne Roux avec AFP</p><p>Le 05/03/2024 à 09:12</p>"),
    Template("French paper, interview", "fr", ["Anne Roux"], DAY, "<meta name='date' content='2024-03-05'>", "<p>Propos recueillis par Anne Roux</p>"),
    Template("French paper, two names with et", "fr", ["Anne Roux", "Yves Lundi"], DAY, "", "<span class='author'>Par Anne Roux et Yves Lundi</span> <span class='date'>5 mars 2024</span>"),
    Template("French broadcaster, written by in the feminine", "fr", ["Anne Roux"], DAY, "", "<p>Article rédigé par</p><p><a href='/journaliste/anne-roux'>Anne Roux</a></p><p>Publié le 05/03/2024 09:12</p><p>Temps de lecture : 2 min</p>"),
    Template("Spanish paper, name and town behind a bar", "es", ["Ana Robles"], DAY, "", "<div class='firma'>Ana Robles | Marlo</div><time>05/03/2024 a las 09:12h.</time><span>Actualizado a las 11:00h.</span>"),
    Template("Spanish paper, place and day in capitals", "es", ["Ana Robles"], DAY, "", "<div class='a_md_a'><a class='a_md_a_n' href='/autor/ana-robles/'>Ana Robles</a></div><div class='a_md_f'><span>Marlo - </span><time>05 mar 2024 - 09:12 CET</time></div>"),
    Template("Latin American paper", "es", ["Ana Robles"], DAY, "", "<div class='author'>Por <a href='/autor/ana-robles'>Ana Robles</a></div><div>5 de marzo de 2024</div>"),
    Template("Spanish paper, newsroom as author", "es", [], DAY, "", "<p class='autor'>Redacción</p><p>5 de marzo de 2024</p>"),
    Template("Spanish paper, agency", "es", [], DAY, "", "<p class='autor'>EFE</p><p>5 marzo 2024</p>"),
    Template("Spanish paper, two names with y", "es", ["Ana Robles", "Ivo Luna"], DAY, "", "<p class='autores'>Ana Robles y Ivo Luna</p><p>Martes, 5 marzo 2024, 09:12</p>"),
    Template("Italian paper", "it", ["Anna Rossini"], DAY, "", "<div class='author'>di <em>Anna Rossini</em></div><time>5 marzo 2024 alle 09:12</time><p>Aggiornato alle 11:00</p>"),
    Template("Italian paper, edited by", "it", ["Anna Rossini"], DAY, "", "<p>a cura di Anna Rossini</p><p>5 Marzo 2024</p>"),
    Template("Italian paper, newsroom", "it", [], DAY, "", "<p class='author'>di Redazione</p><p>05 marzo 2024</p>"),
    Template("Brazilian paper, name and site", "pt", ["Ana Rocha"], DAY, "", "<p class='autoria'>Por Ana Rocha, Harbor Post — Marlim</p><p><time datetime='2024-03-05T12:12:00Z'>05/03/2024 09h12</time> Atualizado há 2 horas</p>"),
    Template("Portuguese paper", "pt", ["Ana Rocha"], DAY, "", "<div class='autor'><a rel='author'>Ana Rocha</a></div><div>5 de Março de 2024, 9:12</div>"),
    Template("Dutch paper", "nl", ["Anna Roos"], DAY, "", "<div class='auteur'>Door <a href='/auteur/anna-roos'>Anna Roos</a></div><div>5 maart 2024 om 09:12</div>"),
    Template("Dutch broadcaster, role below the name", "nl", ["Anna Roos"], DAY, "", "<p><time datetime='2024-03-05T09:12:00+0100'>dinsdag 5 maart, 09:12</time></p><ul><li><strong>Anna Roos</strong><br>redacteur Binnenland</li></ul>"),
    Template("Swedish paper", "sv", ["Anna Rosén"], DAY, "", "<div class='byline'><span>Anna Rosén</span><a href='mailto:a@harborpost.example'>a@harborpost.example</a></div><p>Publicerad 5 mars 2024</p>"),
    Template("Swedish paper, text and photo", "sv", ["Anna Rosén"], DAY, "", "<p>Text: Anna Rosén</p><p>Foto: Tom Vall</p><p>Publicerad 2024-03-05</p><p>Uppdaterad 2024-03-06</p>"),
    Template("Danish paper", "da", ["Anna Rosen"], DAY, "", "<p class='author'>Af Anna Rosen</p><p>5. mar. 2024 kl. 09.12</p>"),
    Template("Norwegian broadcaster", "nb", ["Anna Roseth"], DAY, "", "<ul class='authors'><li><a class='author__name' href='/a'>Anna Roseth</a><span class='author__role'>Journalist</span></li></ul><div>Publisert <time datetime='2024-03-05T08:12:00Z'>5. mars 2024 kl. 09:12</time></div><div>Oppdatert <time datetime='2024-03-06T08:12:00Z'>6. mars</time></div>"),
    Template("Finnish paper", "fi", ["Anna Rautio"], DAY, "", "<div class='byline'>Anna Rautio</div><p>5.3.2024 9:12</p>"),
    Template("Polish paper", "pl", ["Anna Rogala"], DAY, "", "<div class='author'>Autor: <a href='/autor/anna-rogala'>Anna Rogala</a></div><div>5 marca 2024, 09:12</div>"),
    Template("Polish paper, prepared by", "pl", ["Anna Rogala"], DAY, "", "<p>Opracowała Anna Rogala</p><p>05.03.2024 09:12</p>"),
    Template("Czech paper", "cs", ["Anna Rosová"], DAY, "", "<div class='authors'><a href='/autor/r'>Anna Rosová</a></div><span>5. března 2024 9:12</span>"),
    Template("Hungarian paper", "hu", ["Rónai Anna"], DAY, "", "<div class='szerzo'>Szerző: <a href='/szerzo/ronai-anna'>Rónai Anna</a></div><div>2024. március 5. 9:12</div>"),
    Template("Romanian paper", "ro", ["Ana Rotaru"], DAY, "", "<p>de <a href='/autor/ana-rotaru'>Ana Rotaru</a></p><p>Publicat: 5 martie 2024, 09:12</p>"),
    Template("Russian paper", "ru", ["Анна Роева"], DAY, "", "<div class='author'>Автор: Анна Роева</div><div>5 марта 2024, 09:12</div>"),
    Template("Ukrainian paper", "uk", ["Анна Роєва"], DAY, "", "<p class='author'>Анна Роєва</p><p>5 березня 2024, 09:12</p>"),
    Template("Greek paper", "el", ["Άννα Ρόκα"], DAY, "", "<div class='author'>Της <a href='/author/roka'>Άννα Ρόκα</a></div><div>05/03/2024 09:12</div>"),
    Template("Turkish paper", "tr", ["Ayla Roman"], DAY, "", "<div class='yazar'><a href='/yazar/ayla-roman'>Ayla Roman</a></div><div>Yayınlanma: 05.03.2024 - 09:12</div><div>Güncelleme: 06.03.2024 - 10:00</div>"),
    Template("Indonesian paper", "id", ["Ana Roswita"], DAY, "", "<div class='author'>Oleh Ana Roswita</div><div>Selasa, 05 Mar 2024 09:12 WIB</div>"),
    Template("Japanese paper", "ja", ["山田花子"], DAY, "", "<p class='author'>山田花子</p><p>2024年3月5日 9時12分</p>"),
    Template("Korean paper", "ko", ["김보라"], DAY, "", "<div class='byline'>김보라 기자</div><div>입력 2024.03.05 09:12 수정 2024.03.06 10:00</div>"),
    Template("Chinese paper", "zh", ["李梅"], DAY, "", "<p class='info'>作者:李梅</p><p>2024年03月05日 09:12</p>"),
]  # fmt: skip

MORE = [
    Template("author's card below the headline, social links between", "en", ["Ana Roe"], DAY, "", "<div class='author-info'><img alt='Ana Roe' src='a.png'><div>By <span>Ana Roe</span></div><ul><li><a href='https://social.example/x'>Follow on Social</a></li><li><a href='mailto:a@x.example'>Email</a></li></ul></div><p>Tuesday, March 5, 2024</p>", RELATED),
    Template("a day before the headline, an author behind the story", "en", ["Ana Roe"], DAY, "", "<span class='date'>5th March 2024</span><h1>Rain closes bridge in Marlow</h1>", "<div class='author-bio'><h3>About the author</h3><p><a href='/author/ana-roe'>Ana Roe</a></p><p>Ana writes about rivers.</p></div>" + RELATED),
    Template("byline with a city and a day in one line", "en", ["Ana Roe"], DAY, "", "<p><strong>By Ana Roe, Harbor Post</strong> | Marlow | March 5, 2024 6:00 AM</p>", RELATED),
    Template("two papers share a story", "en", ["Ana Roe", "Ivo Lund"], DAY, "", "<div class='byline'>Ana Roe, Harbor Post, and Ivo Lund, The Orford Echo</div><div class='date'>Mar 5, 2024</div>", RELATED),
    Template("a columnist's name above the headline", "en", ["Ana Roe"], DAY, "", "<a class='columnist' href='/columnists/ana-roe'>Ana Roe</a><h1>Rain closes bridge in Marlow</h1><time datetime='2024-03-05T00:00:00Z'>5 Mar 2024</time>", RELATED),
    Template("live page, several reporters", "en", ["Ana Roe", "Ivo Lund"], DAY, "", "<p>Reporting by Ana Roe and Ivo Lund</p><p>Last updated 5 March 2024 at 9:12 AM</p>", RELATED),
    Template("university news, a contact at the end", "en", [], DAY, "", "<p>March 5, 2024</p>", "<div class='contact'><h4>Media contact</h4><p>Tom Vale, Press Office, 555-0100</p></div>"),
    Template("press release", "en", [], DAY, "", "<p>March 5, 2024 09:12 ET | Source: Harbor Works</p>", "<p>Contact: Meg Oakes</p>"),
    Template("author in JSON-LD in capitals with role", "en", ["Ana Roe"], DAY, _linked('{"@type": "Person", "name": "ANA ROE, Staff Writer"}'), "", RELATED),
    Template("JSON-LD with two scripts, the first broken", "en", ["Ana Roe"], DAY, '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rain</script>' + _linked('{"name": "Ana Roe"}'), "", RELATED),
    Template("podcast, hosts are no byline of comments", "en", ["Ana Roe"], DAY, "", "<div class='byline'>Hosted by Ana Roe</div><p>Mar 5, 2024</p>", COMMENTS),
    Template("the day with a slash, in the US", "en", ["Ana Roe"], "2024-03-05", "<meta property='og:locale' content='en_US'>", "<p class='byline'>by Ana Roe 3/5/2024</p>", RELATED),
    Template("Australian paper, the day first", "en", ["Ana Roe"], DAY, "<meta property='og:locale' content='en_AU'>", "<p class='byline'>Ana Roe</p><p>05/03/2024 9:12am</p>", ""),
    Template("German regional paper, initials in brackets", "de", [], DAY, "", "<p>05.03.2024 | 09:12 Uhr</p>", "<p>(aro)</p>"),
    Template("German magazine, interview by", "de", ["Anke Rohde"], DAY, "", "<p class='autor'>Ein Interview von Anke Rohde</p><p>05.03.2024, 09.12 Uhr</p>"),
    Template("German broadcaster, reporter from a town", "de", ["Anke Rohde"], DAY, "", "<div class='author'>Anke Rohde, Redakteurin im Ressort Lokales</div><p>Veröffentlicht: 05.03.2024, 09:12</p>", ""),
    Template("Swiss paper, text and pictures", "de", ["Anke Rohde"], DAY, "", "<p>Anke Rohde (Text), Tom Vahl (Bilder)</p><p>05.03.2024, 09.12 Uhr</p>"),
    Template("French regional paper, by and updated", "fr", ["Anne Roux"], DAY, "", "<div class='author'>Par Anne Roux</div><div>Publié le 05/03/2024 à 09:12 - Mis à jour le 06/03/2024 à 10:00</div>"),
    Template("French magazine, text by", "fr", ["Anne Roux"], DAY, "<meta name='date' content='2024-03-05'>", "<p>Texte : Anne Roux. Photos : Tom Val.</p>"),
    Template("French paper, special envoy", "fr", ["Anne Roux"], DAY, "", "<p class='byline'>De notre envoyée spéciale Anne Roux</p><p>5 mars 2024</p>"),
    Template("Spanish paper, written by behind a day", "es", ["Ana Robles"], DAY, "", "<p>05/03/2024 - 09:12</p><p>Escrito por <a href='/a'>Ana Robles</a></p>"),
    Template("Mexican paper, reporter", "es", ["Ana Robles"], DAY, "", "<p class='autor'>Ana Robles, reportera</p><p>Martes 5 de marzo de 2024</p>"),
    Template("Catalan paper", "es", ["Anna Roca"], DAY, "", "<p class='autor'>Per Anna Roca</p><p>5 de març de 2024</p>"),
    Template("Italian paper, our correspondent", "it", ["Anna Rossini"], DAY, "", "<p>dal nostro corrispondente Anna Rossini</p><p>05/03/2024</p>"),
    Template("Italian agency", "it", [], DAY, "", "<p class='author'>ANSA</p><p>05 marzo 2024 09:12</p>"),
    Template("Portuguese paper, text", "pt", ["Ana Rocha"], DAY, "", "<p>Texto de Ana Rocha</p><p>05 mar 2024, 09:12</p>"),
    Template("Dutch paper, our reporter", "nl", ["Anna Roos"], DAY, "", "<p>Van onze verslaggever Anna Roos</p><p>5 mrt. 2024</p>"),
    Template("Swedish broadcaster, journalist and photographer", "sv", ["Anna Rosén"], DAY, "", "<div class='authors'><div class='author'>Anna Rosén</div><div class='role'>Reporter</div><div class='author'>Ivar Lund</div><div class='role'>Fotograf</div></div><p>Publicerad 5 mars 2024 kl 09.12</p>"),
    Template("Danish broadcaster", "da", ["Anna Rosen"], DAY, "", "<p>Skrevet af Anna Rosen</p><p>I dag kl. 9.12</p><time datetime='2024-03-05T08:12:00Z'>5. marts 2024</time>"),
    Template("Polish portal", "pl", ["Anna Rogala"], DAY, "", "<span class='autor'>Anna Rogala</span><span>05.03.2024 09:12</span>"),
    Template("Russian paper, text in capitals", "ru", ["Анна Роева"], DAY, "", "<p>Текст: Анна Роева</p><p>05.03.2024 09:12</p>"),
    Template("Ukrainian portal", "uk", ["Анна Роєва"], DAY, "", "<div class='post_author'>Автор: <a>Анна Роєва</a></div><div>Вівторок, 5 березня 2024, 09:12</div>"),
    Template("Turkish paper, reporter", "tr", ["Ayla Roman"], DAY, "", "<p>Haber: Ayla Roman</p><p>Giriş: 05.03.2024 - 09:12</p>"),
    Template("Indonesian portal, reporter and editor", "id", ["Ana Roswita"], DAY, "", "<div class='reporter'>Reporter: Ana Roswita</div><div class='editor'>Editor: Tom Vala</div><div>Selasa, 5 Maret 2024 | 09:12 WIB</div>"),
    Template("Chinese portal, source and editor", "zh", [], DAY, "", "<p>2024-03-05 09:12 来源:海港邮报</p>", "<p>责任编辑:李梅</p>"),
    Template("Japanese paper, reporter in brackets", "ja", ["山田花子"], DAY, "", "<p>2024/03/05 09:12</p><p class='author'>記者 山田花子</p>"),
    Template("Korean portal, mail behind the name", "ko", ["김보라"], DAY, "", "<p class='writer'>김보라 기자 bora@harborpost.example</p><p>2024-03-05 09:12</p>"),
    Template("Finnish broadcaster", "fi", ["Anna Rautio"], DAY, "", "<p>Anna Rautio, toimittaja</p><p>5.3.2024 klo 9.12</p>"),
    Template("Hungarian portal, no label", "hu", ["Rónai Anna"], DAY, "", "<p class='author'>Rónai Anna</p><p>2024. 03. 05. 9:12</p>"),
    Template("Czech portal", "cs", ["Anna Rosová"], DAY, "", "<p>Autor: Anna Rosová, redaktorka</p><p>5. 3. 2024 9:12</p>"),
]  # fmt: skip


def page_of(template: Template) -> str:
    """Return the page of a template: menu, headline, what stands above the story, the story, what stands below."""
    title, story = TITLES[template.language], "".join(f"<p>{words}</p>" for words in STORIES[template.language])
    top = template.top if "<h1" in template.top else f"<h1>{title}</h1>{template.top}"
    return (
        f"<!DOCTYPE html><html lang='{template.language}'><head><meta charset='utf-8'><title>{title} - Harbor Post</title>"
        f"<meta property='og:site_name' content='Harbor Post'><meta property='og:title' content='{title}'>"
        f"<link rel='canonical' href='https://www.harborpost.example/news/rain'>{template.head}</head><body>"
        "<header><a href='/'>Harbor Post</a><nav><ul><li><a href='/news'>News</a></li><li><a href='/sport'>Sport</a></li></ul></nav></header>"
        f"<main><article>{top}<div class='body'>{story}</div></article>{template.end}</main>"
        "<footer><p>© 2026 Harbor Post</p></footer></body></html>"
    )
