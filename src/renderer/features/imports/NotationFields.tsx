import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/imports';
import {
  asFound,
  dayOrders,
  decimalSigns,
  notationWishSchema,
  quoteMarks,
  saysAnything,
  type NotationWish,
} from '../../../shared/domain/file-notation';
import type { ColumnMapping } from '../../../shared/domain/import';
import { useFormat } from '../../i18n/use-format';
import { firstDay, firstNumber } from './notation-examples';

/** Among the first lines of a file the header stands, or nowhere. */
const headerLines = Array.from({ length: 30 }, (_, index) => index + 1);

interface NotationFieldsProps {
  readonly preview: ImportPreview;
  readonly mapping: ColumnMapping;
  /** Whether lines that were kept are read again: quotes and header were settled with them. */
  readonly isKept?: boolean;
  /** `isOtherTable`: the columns are others with it. */
  readonly onChange: (wish: NotationWish, isOtherTable: boolean) => void;
}

/** How the rows are written, as found or as corrected, with what that makes of a value of the file. */
export function NotationFields({ preview, mapping, isKept = false, onChange }: NotationFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { notation, wish } = preview;
  const day = firstDay(preview, mapping);
  const number = firstNumber(preview, mapping);
  const change = (part: Partial<Record<keyof NotationWish, string | number>>): void => {
    const next = notationWishSchema.safeParse({ ...wish, ...part });
    if (next.success) onChange(next.data, 'quoteMark' in part || 'headerLine' in part);
  };
  const origin = (part: keyof NotationWish): string =>
    t(`importFiles.notation.${wish[part] === null ? 'found' : 'said'}`);
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'flex-start', '* + &': { mt: 2 } }}>
      {notation.quoteMark === null || isKept ? null : (
        <TextField
          select
          label={t('importFiles.notation.quoteMark')}
          helperText={origin('quoteMark')}
          value={notation.quoteMark}
          onChange={(event) => change({ quoteMark: event.target.value })}
          sx={{ width: 200 }}
        >
          {quoteMarks.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`importFiles.notation.quoteMarks.${each}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {isKept ? null : (
        <TextField
          select
          label={t('importFiles.notation.headerLine')}
          helperText={origin('headerLine')}
          value={notation.headerLine}
          onChange={(event) => change({ headerLine: Number(event.target.value) })}
          sx={{ width: 200 }}
        >
          <MenuItem value={0}>{t('importFiles.notation.noHeader')}</MenuItem>
          {[...new Set([...headerLines, ...(notation.headerLine > 0 ? [notation.headerLine] : [])])].map((line) => (
            <MenuItem key={line} value={line}>
              {t('imports.lineNumber', { line })}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        select
        label={t('importFiles.notation.dayOrder')}
        helperText={
          day
            ? t('importFiles.notation.example', { text: day.text, value: format.longDate(day.day) })
            : origin('dayOrder')
        }
        value={notation.dayOrder}
        onChange={(event) => change({ dayOrder: event.target.value })}
        sx={{ width: 264 }}
      >
        {dayOrders.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`importFiles.notation.dayOrders.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('importFiles.notation.decimal')}
        helperText={
          number
            ? t('importFiles.notation.example', { text: number.text, value: format.number(number.value) })
            : origin('decimal')
        }
        value={notation.decimal}
        onChange={(event) => change({ decimal: event.target.value })}
        sx={{ width: 264 }}
      >
        {decimalSigns.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`importFiles.notation.decimals.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      {saysAnything(wish) ? (
        <Button size="small" sx={{ mt: 0.5 }} onClick={() => onChange(asFound, !isKept)}>
          {t('imports.asFound')}
        </Button>
      ) : null}
    </Box>
  );
}
