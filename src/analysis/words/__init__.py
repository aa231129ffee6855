"""Turn articles into counted words.

The way through this package:

1. `text`: a text → paragraphs, sentences, tokens, terms.
2. `token_ids`: many texts → numbers of terms, in one fast pass. `token_table` keeps them on disk; `article_tokens`
   takes them from there, or from the text.
3. `counts`: articles → a matrix of articles × terms (`ngrams` for terms of several words).
4. `tf_idf`: counts → TF-IDF weights.
5. `keyness`: counts → the terms typical of one of two `groups`, by log-odds and other statistics
   (`keyness_statistics`), tested over articles (`keyness_articles`). `house_style` takes out the words that say nothing
   about coverage.
6. `concordance`: a term → the places where it stands.
"""
