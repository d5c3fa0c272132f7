import DownIcon from '@mui/icons-material/SubdirectoryArrowRight';
import { IconButton, Tooltip } from '@mui/material';
import { Link } from 'react-router';

/** A way to see the same at the level of one row. */
export interface DownLink {
  readonly to: string;
  /** Says where it leads, with the name of the row. */
  readonly label: string;
}

/** Goes down to the level of a row. */
export function LevelLink({ to, label }: DownLink) {
  return (
    <Tooltip title={label}>
      <IconButton
        component={Link}
        to={to}
        size="small"
        aria-label={label}
        sx={{ p: 0.25, alignSelf: 'center', color: 'text.secondary', displayPrint: 'none' }}
      >
        <DownIcon sx={{ fontSize: 16 }} />
      </IconButton>
    </Tooltip>
  );
}
