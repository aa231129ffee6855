"""The labels that press archives print in other languages, turned into those of their English exports.

Nexis and ProQuest print the labels in the language of the reader's screen, not in that of the article.
"""

import re
from functools import cache

_NEXIS = {
    "BYLINE": "AUTOR AUTEUR AUTORE AUTHOR VERFASSER",
    "LENGTH": "LÄNGE LONGUEUR LONGITUD LUNGHEZZA LENGTE EXTENSÃO LAENGE",
    "SECTION": "RUBRIK RUBRIQUE SECCIÓN SEZIONE RUBRIEK SEÇÃO RESSORT",
    "HEADLINE": "ÜBERSCHRIFT TITRE TITULAR TITOLO KOP TÍTULO",
    "LOAD-DATE": "UPDATE DATE-CHARGEMENT FECHA-CARGA DATA-CARICAMENTO LAAD-DATUM DATA-CARGA",
    "LANGUAGE": "SPRACHE LANGUE IDIOMA LINGUA TAAL",
    "PUBLICATION-TYPE": "TYPE-PUBLICATION TIPO-PUBLICACIÓN TIPO-PUBBLICAZIONE PUBLICATIE-TYPE PUBLIKATIONSTYP",
    "GRAPHIC": "GRAFIK ILLUSTRATION GRÁFICO GRAFICO GRAFIEK",
    "HIGHLIGHT": "HIGHLIGHTS ZUSAMMENFASSUNG",
    "BODY": "VOLLTEXT TEXTE TEXTO TESTO TEKST",
}
_PROQUEST = {
    "Title": "Titel|Titre|Título|Titolo",
    "Author": "Autor|Auteur|Autore|Verfasser",
    "Full text": "Volltext|Texte intégral|Texto completo|Testo completo|Volledige tekst|Texto integral",
    "Abstract": "Zusammenfassung|Abstrakt|Résumé|Resumen|Sommario|Samenvatting|Resumo",
    "Publication title": "Titel der Publikation|Publikationstitel|Titre de la publication|Titre de publication|"
    "Título de publicación|Título de la publicación|Titolo pubblicazione|Titolo della pubblicazione|Publicatietitel|"
    "Título da publicação",
    "Publication date": "Publikationsdatum|Erscheinungsdatum|Date de publication|Fecha de publicación|"
    "Data di pubblicazione|Publicatiedatum|Data da publicação",
    "Section": "Rubrik|Abschnitt|Section|Sección|Sezione|Sectie|Seção",
    "Subject": "Thema|Schlagwort|Sujet|Materia|Soggetto|Onderwerp|Assunto",
    "Location": "Ort|Lieu|Lugar|Luogo|Plaats",
    "First page": "Erste Seite|Première page|Primera página|Prima pagina|Eerste pagina",
    "Document URL": "Dokument-URL|URL du document|URL del documento|URL van document",
    "ProQuest document ID": "ProQuest-Dokument-ID|ID de document ProQuest|ID del documento de ProQuest|"
    "ID documento ProQuest",
}  # fmt: skip


def english_nexis(text: str) -> str:
    """Return a LexisNexis export with English labels.

    >>> english_nexis("AUTOR: Ana Roe")
    'BYLINE: Ana Roe'
    """
    known = {other: label for label, others in _NEXIS.items() for other in others.split()}
    return re.sub(
        r"^([^\W\d_][^\W\d_-]*(?:-[^\W\d_]+)?)(?=:)", lambda found: known.get(found[0], found[0]), text, flags=re.M
    )


def english_proquest(text: str) -> str:
    """Return a ProQuest export with English labels.

    >>> english_proquest("Título: Rain")
    'Title: Rain'
    """
    known = {other: label for label, others in _PROQUEST.items() for other in others.split("|")}
    return _proquest_labels().sub(lambda found: known.get(found[0], found[0]), text)


@cache
def _proquest_labels() -> re.Pattern[str]:
    options = sorted({other for others in _PROQUEST.values() for other in others.split("|")}, key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, options))})(?=: )", re.M)
