import ClearIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import { Box, IconButton, InputAdornment, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useTypedSearch } from './use-typed-search';

interface SearchFieldProps {
  /** What is searched, in a few words. */
  readonly fields: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The search of a list: Ctrl+K goes to it, Escape empties it, and it asks once the person pauses. */
export function SearchField({ fields, value, onChange }: SearchFieldProps) {
  const { t } = useTranslation();
  const { typed, setTyped, input } = useTypedSearch<HTMLInputElement>(value, onChange);
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
