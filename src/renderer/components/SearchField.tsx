import ClearIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import { Box, IconButton, InputAdornment, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Long enough that a word is not asked for letter by letter. */
const pauseMs = 250;

interface SearchFieldProps {
  /** What is searched, in a few words. */
  readonly fields: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The search of a list: Ctrl+K goes to it, Escape empties it, and it asks once the person pauses. */
export function SearchField({ fields, value, onChange }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    // The address changed by itself (back, cleared filters): the field follows.
    setKnown(value);
    setTyped(value);
  }

  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed === known) return;
    const timer = setTimeout(() => {
      setKnown(typed);
      latest.current(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, known]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <TextField
      type="search"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === '') return;
        event.stopPropagation();
        setTyped('');
      }}
      placeholder={fields}
      inputRef={input}
      sx={{ flex: '1 1 200px', maxWidth: 420, '& input::-webkit-search-cancel-button': { display: 'none' } }}
      slotProps={{
        htmlInput: {
          'aria-label': t('common.searchIn', { fields }),
          'aria-keyshortcuts': 'Control+K',
          maxLength: 200,
          autoComplete: 'off',
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: (
            <InputAdornment position="end">
              {typed === '' ? (
                <Box
                  component="kbd"
                  aria-hidden
                  sx={{
                    fontFamily: 'inherit',
                    fontSize: '0.75rem',
                    color: 'text.secondary',
                    border: 1,
                    borderColor: 'divider',
                    borderRadius: 0.75,
                    px: 0.75,
                  }}
                >
                  Ctrl K
                </Box>
              ) : (
                <IconButton size="small" edge="end" aria-label={t('common.clear')} onClick={() => setTyped('')}>
                  <ClearIcon fontSize="small" />
                </IconButton>
              )}
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
