import ColumnsIcon from '@mui/icons-material/ViewColumnOutlined';
import { Button, Checkbox, ListItemIcon, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenColumns } from './use-chosen-columns';

interface ColumnsButtonProps {
  readonly chosen: ChosenColumns;
}

/** Which columns a list shows; the first one always stays. */
export function ColumnsButton({ chosen }: ColumnsButtonProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        color="inherit"
        startIcon={<ColumnsIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('common.columns')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {chosen.choices.map(({ field, name, isShown }) => (
          <MenuItem
            key={field}
            role="menuitemcheckbox"
            aria-checked={isShown}
            dense
            onClick={() => chosen.toggle(field)}
          >
            <ListItemIcon>
              <Checkbox edge="start" size="small" checked={isShown} tabIndex={-1} disableRipple aria-hidden />
            </ListItemIcon>
            {name}
          </MenuItem>
        ))}
        <MenuItem dense disabled={!chosen.isChanged} onClick={chosen.reset}>
          {t('common.usualColumns')}
        </MenuItem>
      </Menu>
    </>
  );
}
