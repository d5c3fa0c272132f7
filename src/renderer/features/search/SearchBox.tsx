import ClearIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useTypedSearch } from '../../components/use-typed-search';

/** Beside the first line of a text, however many it has: as high as a line of the field. */
const atFirstLine = { alignSelf: 'flex-start', height: '1.4375em', maxHeight: 'none', mt: 0 } as const;

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines that are shown without any text. */
  readonly lines?: number;
}

/**
 * A box for keywords or a whole paragraph, which grows with it. It asks once the person pauses, Enter at once; Ctrl+K goes
 * to it, Escape empties it.
 */
export function SearchBox({ label, placeholder, value, onChange, lines = 1 }: SearchBoxProps) {
  const { t } = useTranslation();
  const { typed, setTyped, ask, input } = useTypedSearch<HTMLTextAreaElement>(value, onChange);
  return (
    <TextField
      multiline
      fullWidth
      minRows={lines}
      maxRows={6}
      label={label}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.shiftKey && lines === 1) {
          event.preventDefault();
          ask(typed);
        }
        if (event.key === 'Escape' && typed !== '') {
          event.stopPropagation();
          event.preventDefault();
          ask('');
        }
      }}
      inputRef={input}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { 'aria-keyshortcuts': 'Control+K', autoComplete: 'off' },
        input: {
          startAdornment: (
            <InputAdornment position="start" sx={atFirstLine}>
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          // Always in place, so that nothing moves when there is something to clear.
          endAdornment: (
            <InputAdornment position="end" sx={{ ...atFirstLine, visibility: typed === '' ? 'hidden' : 'visible' }}>
              <IconButton size="small" edge="end" aria-label={t('common.clear')} onClick={() => ask('')}>
                <ClearIcon fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
