import {
  Box,
  Button,
  Link as TextLink,
  MenuItem,
  Skeleton,
  TableCell,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportPreview } from '../../../shared/contract/imports';
import type { AppError } from '../../../shared/domain/app-error';
import {
  importKindSchema,
  importKinds,
  importRowStates,
  type Import,
  type ImportKind,
} from '../../../shared/domain/import';
import { fileDoubtText } from '../../../shared/texts/file-doubt-text';
import { ImportStateChip } from '../../components/ImportStateChip';
import { UndoImportButton } from '../../components/UndoImportButton';
import { errorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/use-format';
import { whatIsOpen } from './what-is-open';

type Look = ImportPreview & { readonly kind: ImportKind };

interface QueueRowProps {
  /** Its place in the queue, counted from 1: what a file is called that cannot be read. */
  readonly number: number;
  /** What was understood; null while it is looked at, and for a file that cannot be read. */
  readonly look: Look | null;
  readonly error: AppError | null;
  /** Its last trial or import. */
  readonly item: Import | null;
  readonly isTrial: boolean;
  readonly onKind: (kind: ImportKind) => void;
  readonly onOpen: (kind: ImportKind) => void;
}

/** One file of several: what it holds, what is open about it, and what became of it. */
export function QueueRow({ number, look, error, item, isTrial, onKind, onOpen }: QueueRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = look?.fileName ?? fileNameOf(error) ?? t('importFiles.queue.file', { number });
  return (
    <TableRow sx={{ '& td, & th': { verticalAlign: 'top' }, '&:last-child td, &:last-child th': { borderBottom: 0 } }}>
      <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
        {name}
        {look ? (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {format.size(look.sizeBytes)}
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        {look ? (
          <TextField
            select
            size="small"
            fullWidth
            value={look.kind}
            slotProps={{ select: { 'aria-label': t('importFiles.queue.kindOf', { name }) } }}
            onChange={(event) => {
              const kind = importKindSchema.safeParse(event.target.value);
              if (kind.success) onKind(kind.data);
            }}
          >
            {importKinds.map((kind) => (
              <MenuItem key={kind} value={kind}>
                {t(`imports.kinds.${kind}`)}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
      </TableCell>
      <TableCell>
        {look ? <Understood look={look} /> : error ? <Unread error={error} /> : <Skeleton width={180} />}
      </TableCell>
      <TableCell>{item ? <Outcome item={item} isTrial={isTrial} /> : null}</TableCell>
      <TableCell align="right">
        <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
          {item && !isTrial ? <UndoImportButton item={item} size="small" /> : null}
          {item && !isTrial && item.state !== 'failed' ? null : look ? (
            <Button
              size="small"
              variant="outlined"
              aria-label={t('importFiles.queue.openFile', { name })}
              onClick={() => onOpen(look.kind)}
            >
              {t('importFiles.queue.check')}
            </Button>
          ) : null}
        </Box>
      </TableCell>
    </TableRow>
  );
}

function fileNameOf(error: AppError | null): string | null {
  const name = error?.details['file'];
  return typeof name === 'string' ? name : null;
}

interface UnderstoodProps {
  readonly look: Look;
}

function Understood({ look }: UnderstoodProps) {
  const { t } = useTranslation();
  const { language, list } = useFormat();
  const { mapping, header, profile, rows } = look;
  const open = whatIsOpen(look);
  const known = mapping.filter((field) => field !== null).length;
  const rejected = rows.filter(({ issues }) => issues.some(({ severity }) => severity === 'error')).length;
  return (
    <>
      <Typography variant="body2">{t('importFiles.queue.columns', { count: known, total: header.length })}</Typography>
      {open === null && rejected > 0 ? (
        <Typography variant="body2" sx={{ color: 'warning.main' }}>
          {t('importFiles.queue.firstRejected', { count: rejected, total: rows.length })}
        </Typography>
      ) : null}
      {profile ? (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {t('importFiles.queue.profile', { name: profile.name })}
        </Typography>
      ) : null}
      {open === null ? null : (
        <Typography variant="body2" sx={{ color: 'warning.main', mt: 0.5 }}>
          {'doubt' in open
            ? fileDoubtText(open.doubt, language)
            : t(open.problems.missing.length > 0 ? 'imports.requiredMissing' : 'imports.mappedTwice', {
                fields: list(
                  (open.problems.missing.length > 0 ? open.problems.missing : open.problems.twice).map((field) =>
                    t(`imports.fields.${field}`),
                  ),
                ),
              })}
        </Typography>
      )}
    </>
  );
}

interface UnreadProps {
  readonly error: AppError;
}

function Unread({ error }: UnreadProps) {
  const { t } = useTranslation();
  const { what, where, todo } = errorText(t, error);
  return (
    <>
      <Typography variant="body2" sx={{ color: 'error.main' }}>
        {what} {todo}
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {where}
      </Typography>
    </>
  );
}

interface OutcomeProps {
  readonly item: Import;
  readonly isTrial: boolean;
}

/** How far its trial or import is, and what became of its rows. */
function Outcome({ item, isTrial }: OutcomeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counts, state } = item;
  const isOver = state === 'checked' || state === 'committed';
  const parts = importRowStates.flatMap((each) =>
    counts[each] === 0 ? [] : [`${t(`imports.rowStates.${each}`)}\u00a0${format.number(counts[each])}`],
  );
  return (
    <Box role="status" sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      <ImportStateChip state={state} />
      {isOver ? (
        <Typography variant="body2">
          {[t('importFiles.queue.rows', { count: counts.read }), ...parts].join(' · ')}
        </Typography>
      ) : null}
      {state === 'reading' ? null : (
        <TextLink
          component={Link}
          to={`/imports/${item.id}`}
          variant="body2"
          aria-label={t('imports.openReport', { name: item.fileName })}
        >
          {t(isTrial ? 'importFiles.queue.trialReport' : 'imports.seeReport')}
        </TextLink>
      )}
    </Box>
  );
}
