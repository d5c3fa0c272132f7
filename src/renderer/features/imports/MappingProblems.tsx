import { Alert } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format';
import type { mappingProblems } from './mapping-problems';

interface MappingProblemsProps {
  readonly problems: ReturnType<typeof mappingProblems>;
}

/** Says why rows cannot be read by a mapping: a field that nothing fills, or one that two columns fill. */
export function MappingProblems({ problems: { missing, twice } }: MappingProblemsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = (names: typeof missing): string => format.list(names.map((name) => t(`imports.fields.${name}`)));
  return (
    <>
      {missing.length > 0 ? (
        <Alert severity="warning" variant="outlined" role="alert">
          {t('imports.requiredMissing', { fields: fields(missing) })}
        </Alert>
      ) : null}
      {twice.length > 0 ? (
        <Alert severity="warning" variant="outlined" role="alert">
          {t('imports.mappedTwice', { fields: fields(twice) })}
        </Alert>
      ) : null}
    </>
  );
}
