import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import RenameIcon from '@mui/icons-material/EditOutlined';
import { Box, IconButton, Link as TextLink } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NamedView } from '../../shared/contract/named-views';
import { NameForm } from './NameForm';

interface NamedViewItemProps {
  readonly view: NamedView;
  /** Where it is opened. */
  readonly to: string;
  readonly isCurrent: boolean;
  /** Gives it another name; throws why not. */
  readonly onRename: (name: string) => Promise<void>;
  readonly onRemove: () => void;
  readonly onOpen: () => void;
  /** What is to be said of it beside its name. */
  readonly remark?: ReactNode;
}

/** One named view: opened, renamed, deleted. */
export function NamedViewItem({ view, to, isCurrent, onRename, onRemove, onOpen, remark }: NamedViewItemProps) {
  const { t } = useTranslation();
  const [isRenaming, setIsRenaming] = useState(false);
  const { name, page } = view;
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 40 }}>
      {isRenaming ? (
        <Box sx={{ flex: 1, py: 1 }}>
          <NameForm
            fieldLabel={t(`namedViews.${page}.name`)}
            label={t(`namedViews.${page}.rename`, { name })}
            name={name}
            onSave={async (next) => {
              await onRename(next);
              setIsRenaming(false);
            }}
            onCancel={() => setIsRenaming(false)}
          />
        </Box>
      ) : (
        <>
          <TextLink
            component={Link}
            to={to}
            onClick={onOpen}
            variant="body2"
            noWrap
            title={name}
            aria-current={isCurrent ? 'true' : undefined}
            sx={{ flex: 1, minWidth: 0, fontWeight: isCurrent ? 700 : 500 }}
          >
            {name}
          </TextLink>
          {remark}
          <IconButton
            size="small"
            aria-label={t(`namedViews.${page}.rename`, { name })}
            onClick={() => setIsRenaming(true)}
          >
            <RenameIcon fontSize="small" />
          </IconButton>
          <IconButton size="small" aria-label={t(`namedViews.${page}.remove`, { name })} onClick={onRemove}>
            <RemoveIcon fontSize="small" />
          </IconButton>
        </>
      )}
    </Box>
  );
}
