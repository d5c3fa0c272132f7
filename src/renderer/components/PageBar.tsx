import { Box, MenuItem, Pagination, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format';
import { pageSizes } from './list-address';

interface PageBarProps {
  readonly total: number;
  /** False where there may be more. */
  readonly isCounted?: boolean;
  readonly page: number;
  readonly pageSize: number;
  readonly onPage: (page: number) => void;
  readonly onPageSize?: (pageSize: number) => void;
  readonly isCompact?: boolean;
}

/** Where one is in a long list, and the ways on. Pages count from 0 here and from 1 for people. */
export function PageBar(props: PageBarProps) {
  const { total, page, pageSize, onPage, onPageSize, isCounted = true, isCompact = false } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const labelId = useId();
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : page * pageSize + 1;
  const to = Math.min(total, (page + 1) * pageSize);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 2,
        minHeight: 48,
        borderTop: 1,
        borderColor: 'divider',
        flexWrap: 'wrap',
      }}
    >
      {onPageSize && !isCompact ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography id={labelId} variant="caption" sx={{ color: 'text.secondary' }}>
            {t('common.rowsPerPage')}
          </Typography>
          <TextField
            select
            variant="standard"
            value={pageSize}
            onChange={(event) => onPageSize(Number(event.target.value))}
            slotProps={{ select: { labelId, disableUnderline: true, sx: { fontSize: '0.8125rem' } } }}
          >
            {[...new Set([...pageSizes, pageSize])]
              .sort((a, b) => a - b)
              .map((size) => (
                <MenuItem key={size} value={size}>
                  {size}
                </MenuItem>
              ))}
          </TextField>
        </Box>
      ) : null}
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t(isCounted ? 'common.ofTotal' : 'common.ofMore', {
          from: format.number(from),
          to: format.number(to),
          total: format.number(total),
        })}
      </Typography>
      <Box sx={{ flex: 1 }} />
      <Pagination
        size="small"
        aria-label={t('common.pagination')}
        count={pageCount}
        page={Math.min(page, pageCount - 1) + 1}
        siblingCount={isCompact ? 0 : 1}
        onChange={(_event, next) => onPage(next - 1)}
      />
    </Box>
  );
}
