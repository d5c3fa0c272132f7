import { Box, Link as TextLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanyApproach } from '../../shared/contract/search';
import { readWebsite } from '../../shared/domain/company-form';
import { useKiosk } from '../api/use-kiosk';

interface ApproachProps {
  /** What it is for; null under a heading that says it. */
  readonly label: string | null;
  readonly approach: CompanyApproach;
}

/** How a company or an offer is applied to, as far as the office lets students know. */
export function Approach({ label, approach: { address, website, contacts } }: ApproachProps) {
  const { t } = useTranslation();
  const lines: readonly ReactNode[] = [
    ...contacts.map((contact) => <Contact contact={contact} />),
    ...(website === null ? [] : [<Outside to={readWebsite(website)}>{website}</Outside>]),
    ...(address === null ? [] : [t('students.byPost', { address })]),
  ];
  return (
    <Box sx={{ mt: 0.5 }}>
      {label === null ? null : (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {label}
        </Typography>
      )}
      <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </Box>
    </Box>
  );
}

interface ContactProps {
  readonly contact: CompanyApproach['contacts'][number];
}

function Contact({ contact: { name, role, email, phone } }: ContactProps) {
  const who = [name, role].filter((part) => part !== null).join(', ');
  const parts = [
    ...(who === '' ? [] : [who]),
    ...(email === null ? [] : [<Outside to={`mailto:${email}`}>{email}</Outside>]),
    ...(phone === null ? [] : [phone]),
  ];
  return parts.map((part, index) => (
    <Box component="span" key={index}>
      {index === 0 ? null : ' · '}
      {part}
    </Box>
  ));
}

interface OutsideProps {
  /** Null for what no link may lead to. */
  readonly to: string | null;
  readonly children: string;
}

/** A link out of the application; on a PC that is open to students, which nothing leads out of, only its words. */
function Outside({ to, children }: OutsideProps) {
  const isKiosk = useKiosk() ?? true;
  if (to === null || isKiosk) return children;
  return (
    <TextLink href={to} target="_blank" rel="noopener noreferrer">
      {children}
    </TextLink>
  );
}
