import { Link as TextLink, Typography, type SxProps, type Theme, type TypographyVariant } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useKiosk } from '../api/use-kiosk';

interface OfficeLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly variant?: TypographyVariant | 'inherit';
  readonly color?: 'primary' | 'textSecondary';
  readonly sx?: SxProps<Theme>;
}

/** A link to a page of the office; on a PC that is open to students, where there is no such page, only its words. */
export function OfficeLink({ to, children, variant = 'inherit', color = 'primary', sx }: OfficeLinkProps) {
  const isKiosk = useKiosk() ?? true;
  if (isKiosk) {
    return (
      <Typography component="span" variant={variant} {...(sx ? { sx } : {})}>
        {children}
      </Typography>
    );
  }
  return (
    <TextLink component={Link} to={to} variant={variant} color={color} {...(sx ? { sx } : {})}>
      {children}
    </TextLink>
  );
}
