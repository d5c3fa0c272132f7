"""Text preparation before the encoder and the lexical index; the application does exactly the same (ranking.md)."""

import json
import re
import unicodedata
from pathlib import Path

LIGATURES = (("œ", "oe"), ("æ", "ae"), ("ß", "ss"))
MARKUP = re.compile(r"<[^<>]{1,200}>|&[a-z]{2,6};|&#\d{1,6};|/r/n|\\n|\[(?:cls|sep|mask|pad|unk)\]")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s]+|[^\s@]+@[^\s@]+")
GENDER_MARK = re.compile(r"(?<![a-z0-9])(?:[hfm] ?[/\-|.,&] ?[hfmx](?: ?[/\-|.,&] ?[hfmxnd])?|hf|fh|homme ?[/|] ?femme|femme ?[/|] ?homme)(?![a-z0-9])")
# chargé (e)s, domaine(s)
INCLUSIVE_BRACKET = re.compile(r"(?<=[a-z]) ?\((?:s|x|es|e|ne|le|te|se|ve|fe|ere|iere|ienne|euse|rice|trice|ice|esse)(?:[.·\-]?s)?\)s?(?![a-z0-9])")
# chargé(e), développeur·se, technicien.ne, conseiller-ère, administrateur/trice, animateur/-trice; dots of any kind.
# Dispatcher·use and maître·sse by the letter before them: "land-use" and "qualité/SSE" are something else.
INCLUSIVE = re.compile(r"(?<=[a-z]{2})(?:[(·•\u2027\u2219\u22c5\u30fb\ua78f.\-]|\/-?|\(-)(?:e|ne|le|te|se|ve|fe|ere|iere|ienne|euse|rice|trice|ice|esse|(?<=r[^a-z0-9])use|(?<=e[^a-z0-9\/])sse)(?:[.·\u2027\u2219\u22c5\u30fb\ua78f\-]?s)?\)?s?(?![a-z0-9])")
ELISION = re.compile(r"(?<![a-z0-9])(?:d|l|n|s|j|m|t|c|qu|jusqu|lorsqu|puisqu)' ?")
NOT_WORD = re.compile(r"[^a-z0-9+#]+")
LONG_NUMBER = re.compile(r"(?<![a-z0-9])\d{3,}(?![a-z0-9])")
# What is left of elisions, gender marks and inclusive plurals; "c" and "r" stay, they are languages.
LEFT_OVER = frozenset(["d", "e", "f", "h", "l", "m", "n", "s", "t", "qu"])
MAX_REPEATED_WORDS = 5


def fold(text):
    """Take any text; give it lower-cased, without accents, with one kind of apostrophe."""
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    text = "".join(char for char in text if not unicodedata.combining(char))
    for old, new in LIGATURES:
        text = text.replace(old, new)
    return text.replace("’", "'").replace("‘", "'").replace("`", "'")


def _words(text):
    text = MARKUP.sub(" ", fold(text))
    text = ADDRESS.sub(" ", text)
    text = GENDER_MARK.sub(" ", text)
    text = INCLUSIVE_BRACKET.sub(" ", text)
    text = INCLUSIVE.sub(" ", text)
    text = ELISION.sub(" ", text)
    text = NOT_WORD.sub(" ", text)
    return [word for word in LONG_NUMBER.sub(" ", text).split() if word not in LEFT_OVER]


def _drop_adjacent_repeats(words):
    """Take words; give them without an immediate repetition of 1 to 5 words ("chef de projet chef de projet")."""
    kept = []
    for word in words:
        kept.append(word)
        for size in range(1, MAX_REPEATED_WORDS + 1):
            if len(kept) >= 2 * size and kept[-size:] == kept[-2 * size:-size]:
                del kept[-size:]
                break
    return kept

# The application's own file: both read the same words.
OTHER_NAMES = Path(__file__).parents[2] / "src/shared/domain/text/other-names.json"


class Preparer:
    """Brings a text to the words that ranking sees: no gender form, mark-up, address, reference number or accent."""

    def __init__(self, forms, kept_after=None):
        """Take {word: the form that stands for it}, both folded, and {word: the word before it that lets it be}."""
        self.forms, self.kept_after = forms, kept_after or {}

    @classmethod
    def load(cls, path):
        """Take the path of gender-forms.json; give the Preparer of what the encoder is taught from."""
        with open(path, encoding="utf-8") as handle:
            return cls(json.load(handle))

    @classmethod
    def load_ranking(cls, path):
        """Take the same; give the Preparer of what is ranked, which also knows the English words and short forms that offers use."""
        other = json.loads(OTHER_NAMES.read_text(encoding="utf-8"))
        return cls({**other["forms"], **cls.load(path).forms}, other["keptAfter"])

    def _form(self, word, before):
        return word if word in self.kept_after and self.kept_after[word] == before else self._masculine(word)

    def _masculine(self, word):
        if word in self.forms:
            return self.forms[word]
        if word.endswith("s") and word[:-1] in self.forms:
            return self.forms[word[:-1]] + "s"
        return word

    def __call__(self, text):
        """Take a raw text; give prepared words joined by one space (empty when nothing is left)."""
        words = _words(text)
        return " ".join(_drop_adjacent_repeats([self._form(word, before) for before, word in zip([None, *words], words)]))


# Words that are common nouns or adjectives of another meaning as well as a feminine form: mapping them would lose sense.
NOT_GENDER_FORMS = frozenset("carriere matiere batterie premiere derniere lumiere riviere gestion dame femme fille mere".split())


def gender_forms(labels):
    """Take ROME labels "A / B …"; give {feminine: masculine} for the words in which both halves differ."""
    forms = {}
    for label in labels:
        halves = [_words(half) for half in re.split(r" / ", label)]
        if len(halves) != 2:
            continue
        masculine, feminine = halves
        for left, right in zip(masculine, feminine):
            if left != right and left[:3] == right[:3] and len(right) >= 4 and abs(len(left) - len(right)) <= 4 and right not in NOT_GENDER_FORMS:
                if right.endswith(("e", "es", "ee")) and not (left.endswith("e") and right == left + "s"):
                    forms.setdefault(right, left)
    masculines = set(forms.values())
    return {feminine: masculine for feminine, masculine in sorted(forms.items()) if feminine not in masculines}
