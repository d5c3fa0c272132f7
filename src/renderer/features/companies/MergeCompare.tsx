import { Box, Button, Paper, Skeleton, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mergedFieldSchema, type CompanyDetail, type MergedField } from '../../../shared/contract/companies';
import type { CompanyId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { ErrorState } from '../../components/ErrorState';
import { CompareTable } from './CompareTable';
import { useCompanyActions } from './use-company-actions';

interface MergeCompareProps {
  readonly pair: readonly [CompanyId, CompanyId];
  /** Called once something was said of the two. */
  readonly onDone: () => void;
}

/** Two companies side by side: the one that stays is chosen, and each value where they differ. */
export function MergeCompare({ pair, onDone }: MergeCompareProps) {
  const { t } = useTranslation();
  const [oneId, otherId] = pair;
  const one = useCall('companies', 'get', { companyId: oneId });
  const other = useCall('companies', 'get', { companyId: otherId });
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = one.data !== undefined && other.data !== undefined;
  useEffect(() => {
    if (isThere) heading.current?.focus();
  }, [isThere]);
  const error = one.error ?? other.error;
  if (error && !isThere) {
    const retry = (): void => void Promise.all([one.refetch(), other.refetch()]);
    return <ErrorState error={error} onRetry={retry} />;
  }
  if (!one.data || !other.data) return <Skeleton variant="rounded" height={320} />;
  // One of them was merged with the other already: its address leads to the same company.
  if (one.data.id === other.data.id) return null;
  const names = { one: one.data.name, other: other.data.name };
  return (
    <Paper variant="outlined" component="section" aria-label={t('companies.duplicates.pair', names)} sx={{ p: 2 }}>
      <Typography variant="h2" ref={heading} tabIndex={-1} sx={{ mb: 1.5, '&:focus-visible': { outlineOffset: 4 } }}>
        {t('companies.duplicates.pair', names)}
      </Typography>
      <Choice one={one.data} other={other.data} onDone={onDone} />
    </Paper>
  );
}

interface ChoiceProps {
  readonly one: CompanyDetail;
  readonly other: CompanyDetail;
  readonly onDone: () => void;
}

type Side = 'one' | 'other';

function Choice({ one, other, onDone }: ChoiceProps) {
  const { t } = useTranslation();
  const actions = useCompanyActions();
  const [keptSide, setKeptSide] = useState<Side>(() => (other.offerCount > one.offerCount ? 'other' : 'one'));
  const [picked, setPicked] = useState<Partial<Record<MergedField, Side>>>({});
  const [isBusy, setIsBusy] = useState(false);
  const [kept, merged] = keptSide === 'one' ? [one, other] : [other, one];
  /** What the one that stays says, and where it says nothing, the other. */
  const sideOf = (field: MergedField): Side => {
    const otherSide = keptSide === 'one' ? 'other' : 'one';
    return picked[field] ?? (kept[field] === null && merged[field] !== null ? otherSide : keptSide);
  };
  const merge = async (): Promise<void> => {
    setIsBusy(true);
    const takes = mergedFieldSchema.options.filter(
      (field) => kept[field] !== merged[field] && sideOf(field) !== keptSide,
    );
    const isDone = await actions.merge(kept, merged, takes);
    setIsBusy(false);
    if (isDone) onDone();
  };
  return (
    <>
      <CompareTable
        {...{ one, other, keptSide, sideOf }}
        onKeep={setKeptSide}
        onPick={(field, side) => setPicked({ ...picked, [field]: side })}
      />
      <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Button variant="contained" loading={isBusy} onClick={() => void merge()}>
          {t('companies.duplicates.merge')}
        </Button>
        <Button onClick={() => void actions.setApart(one, other).then(onDone)}>
          {t('companies.duplicates.apart')}
        </Button>
        <Typography variant="body2" sx={{ flex: '1 1 320px', color: 'text.secondary' }}>
          {t('companies.duplicates.mergeHint')}
        </Typography>
      </Box>
    </>
  );
}
