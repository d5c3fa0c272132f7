import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowIssue } from '../../../shared/domain/import';
import { issueText } from '../../i18n/error-text';

interface IssueListProps {
  readonly issues: readonly RowIssue[];
  /** What can be done about one of them, below it. */
  readonly actionOf?: (issue: RowIssue) => ReactNode;
}

/** What is said of one row, errors and warnings told apart by sign and word. */
export function IssueList({ issues, actionOf }: IssueListProps) {
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
            <Box component="span" sx={{ display: 'grid', overflowWrap: 'anywhere' }}>
              <span>{issueText(t, issue)}</span>
              {actionOf?.(issue)}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
