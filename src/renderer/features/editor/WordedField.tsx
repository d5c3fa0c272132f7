import { TextField } from '@mui/material';
import { useState } from 'react';

interface WordedFieldProps<Value> {
  readonly label: string;
  readonly hint: string;
  readonly value: Value | null;
  /** How the value is written in the box. */
  readonly write: (value: Value) => string;
  /** Undefined for words that are not understood. */
  readonly read: (words: string) => Value | undefined;
  /** What was understood, where it says more than the words themselves. */
  readonly understood?: (value: Value) => string;
  readonly wrong: string;
  readonly onChange: (value: Value | null) => void;
}

/** A value that is typed in words, such as "4 à 6 mois". Words that are not understood stay, with a sentence that says so. */
export function WordedField<Value>(props: WordedFieldProps<Value>) {
  const { label, hint, value, write, read, understood, wrong, onChange } = props;
  const written = value === null ? '' : write(value);
  const [draft, setDraft] = useState({ of: written, words: written });
  // A value that came from elsewhere, such as an accepted proposal, takes the place of what was typed.
  const words = draft.of === written ? draft.words : written;
  const isWrong = words.trim() !== '' && read(words) === undefined;
  return (
    <TextField
      label={label}
      placeholder={hint}
      value={words}
      error={isWrong}
      helperText={isWrong ? wrong : value !== null && understood ? understood(value) : null}
      onChange={(event) => {
        const next = event.target.value;
        const found = next.trim() === '' ? null : (read(next) ?? null);
        setDraft({ of: found === null ? '' : write(found), words: next });
        onChange(found);
      }}
    />
  );
}
