import ReportIcon from '@mui/icons-material/SummarizeOutlined';
import { Button } from '@mui/material';
import { useIsFetching } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardScope } from '../../../../shared/contract/dashboard-figures';
import { AppError } from '../../../../shared/domain/app-error';
import { useClient } from '../../../api/client-context';
import { downloadFile, uploadFile } from '../../../api/files';
import { useCall } from '../../../api/use-call';
import { paintPicture } from '../../../charts/pictures/paint-picture';
import type { ReportSections } from '../../../charts/pictures/report-sections';
import { useNotify } from '../../../components/notices';
import { errorText } from '../../../i18n/error-text';
import { useFormat } from '../../../i18n/use-format';
import { scopeText } from '../figure-texts';
import type { DashboardAddress } from '../use-dashboard-address';
import { buildReport } from './build-report';
import { criteriaOf } from './report-criteria';

interface ReportButtonProps {
  readonly address: DashboardAddress;
  readonly scope: DashboardScope | null;
  readonly sections: ReportSections;
}

/** Saves what the page shows as a document, a workbook and pictures, in one file. */
export function ReportButton({ address, scope, sections }: ReportButtonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useClient();
  const notify = useNotify();
  const noticeId = useId();
  const [isMaking, setIsMaking] = useState(false);
  // Until all is counted the page shows former figures, or none: a report of them would bear the new criteria.
  const isCounting = useIsFetching({ queryKey: ['dashboards'] }) > 0;
  const universityName = useCall('settings', 'get', {}).data?.universityName ?? '';

  const make = async (of: DashboardScope): Promise<void> => {
    setIsMaking(true);
    notify({ about: noticeId, severity: 'info', text: t('dashboards.report.making') });
    try {
      const wording = { t, format, scope: of };
      const { tab, filter } = address;
      const criteria = criteriaOf(wording, filter);
      const frame = { ...{ wording, tab, universityName, criteria }, period: scopeText(wording) };
      const report = await buildReport(sections.read(), frame, paintPicture);
      const handed = await uploadFile(new File([JSON.stringify(report)], 'report.json'));
      const made = await client.exports.report({ fileId: handed.fileId });
      downloadFile(made.fileId);
      notify({ about: noticeId, severity: 'success', text: t('dashboards.report.made') });
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError('internal', String(error));
      const { what, todo } = errorText(t, known);
      notify({ about: noticeId, severity: 'error', text: `${what} ${todo}` });
    } finally {
      setIsMaking(false);
    }
  };

  return (
    <Button
      variant="outlined"
      startIcon={<ReportIcon />}
      loading={isMaking}
      loadingPosition="start"
      disabled={scope === null || isCounting}
      title={t('dashboards.report.hint')}
      onClick={() => {
        if (scope) void make(scope);
      }}
      sx={{ displayPrint: 'none' }}
    >
      {t('dashboards.report.button')}
    </Button>
  );
}
