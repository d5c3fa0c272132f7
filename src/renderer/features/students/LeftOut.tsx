import { Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { LeftOutKind } from '../../../shared/domain/student-filter';

interface LeftOutProps {
  readonly leftOut: readonly { readonly kind: LeftOutKind; readonly count: number }[];
  readonly onShow: (kind: LeftOutKind) => void;
}

/** What was found and is not shown, with why and the way to see it. */
export function LeftOut({ leftOut, onShow }: LeftOutProps) {
  const { t } = useTranslation();
  return leftOut
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => (
      <Typography key={kind} variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
        {t(`students.leftOut.${kind}`, { count })}
        <Button size="small" onClick={() => onShow(kind)}>
          {t('students.showThem')}
        </Button>
      </Typography>
    ));
}
