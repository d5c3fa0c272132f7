import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { RowIssue } from '../../../shared/domain/import';
import { issueText } from '../../i18n/error-text';

interface IssueListProps {
  readonly issues: readonly RowIssue[];
}

/** What is said of one row, errors and warnings told apart by sign and word. */
export function IssueList({ issues }: IssueListProps) {
  const { t } = useTranslation();
  if (issues.length === 0) {
    return (
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('imports.noIssue')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.25 }}>
      {issues.map((issue, index) => {
        const isError = issue.severity === 'error';
        const Icon = isError ? ErrorIcon : WarningIcon;
        const severity = isError ? t('imports.issueError') : t('imports.issueWarning');
        return (
          <Box component="li" key={index} sx={{ display: 'flex', gap: 0.75, fontSize: '0.8125rem' }}>
            <Icon
              titleAccess={severity}
              sx={{ fontSize: 16, mt: '2px', color: isError ? 'error.main' : 'warning.main' }}
            />
            <span>{issueText(t, issue)}</span>
          </Box>
        );
      })}
    </Box>
  );
}
