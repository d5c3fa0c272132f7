import ViewsIcon from '@mui/icons-material/BookmarksOutlined';
import { Box, Button, Divider, Popover, Typography } from '@mui/material';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { NamedView } from '../../shared/contract/named-views';
import type { NamedViewId } from '../../shared/domain/ids';
import type { ViewPage } from '../../shared/domain/named-view';
import { useCall } from '../api/use-call';
import { NamedViewItem } from './NamedViewItem';
import { NameForm } from './NameForm';
import { useNamedViewActions } from './use-named-view-actions';

interface NamedViewsButtonProps {
  readonly page: ViewPage;
  /** What the page shows, as it writes it behind the question mark of its address. */
  readonly plain: string;
  /** The same for the stored address of a view. */
  readonly plainOf: (address: string) => string;
  /** The view that was opened, though what is shown may have been changed since; null for none. */
  readonly openedId: NamedViewId | null;
  /** Where a view is opened. */
  readonly addressOf: (view: NamedView) => string;
  /** Told of the view that somebody opens or has just named. */
  readonly onOpen?: (view: NamedView) => void;
  /** What is to be said of a view beside its name; asked for while they are listed, with what closes the list. */
  readonly remark?: (view: NamedView, close: () => void) => ReactNode;
}

/** What was named of a page: which one is open, all of them, and a name for what is shown. */
export function NamedViewsButton(props: NamedViewsButtonProps) {
  const { page, plain, plainOf, openedId, addressOf, onOpen, remark } = props;
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const navigate = useNavigate();
  const actions = useNamedViewActions(page);
  const views = useCall('namedViews', 'list', { page }).data ?? [];
  const current = views.find(({ id }) => id === openedId) ?? views.find(({ address }) => plainOf(address) === plain);
  const isChanged = current !== undefined && plainOf(current.address) !== plain;
  const label = current
    ? t(`namedViews.${page}.current`, {
        name: isChanged ? t(`namedViews.${page}.changed`, { name: current.name }) : current.name,
      })
    : t(`namedViews.${page}.button`);
  const close = (): void => setAnchor(null);
  const dialog = useRef<HTMLDivElement>(null);
  const remove = (view: NamedView): Promise<void> => {
    // The button that was pressed goes with its view: without this the next key, such as Escape, would reach nobody.
    dialog.current?.focus();
    return actions.remove(view);
  };
  return (
    <>
      <Button
        color="inherit"
        startIcon={<ViewsIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ displayPrint: 'none', maxWidth: 420 }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {label}
        </Box>
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            ref: dialog,
            role: 'dialog',
            tabIndex: -1,
            'aria-label': t(`namedViews.${page}.title`),
            sx: { p: 2, width: 420, outline: 0 },
          },
        }}
      >
        {views.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t(`namedViews.${page}.none`)}
          </Typography>
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 320, overflowY: 'auto' }}>
            {views.map((view) => (
              <NamedViewItem
                key={view.id}
                view={view}
                to={addressOf(view)}
                isCurrent={view.id === current?.id}
                onRename={(name) => actions.rename(view, name)}
                onRemove={() => void remove(view)}
                onOpen={() => {
                  close();
                  onOpen?.(view);
                }}
                remark={remark?.(view, close)}
              />
            ))}
          </Box>
        )}
        <Divider sx={{ my: 1.5 }} />
        {current && isChanged ? (
          <Button
            fullWidth
            variant="outlined"
            onClick={() => {
              actions.update(current, plain).then(close, () => undefined);
            }}
            sx={{ mb: 2 }}
          >
            {t(`namedViews.${page}.update`, { name: current.name })}
          </Button>
        ) : null}
        <Typography variant="body2" sx={{ mb: 1, fontWeight: 600 }}>
          {t(`namedViews.${page}.saveAs`)}
        </Typography>
        <NameForm
          fieldLabel={t(`namedViews.${page}.name`)}
          label={t(`namedViews.${page}.saveAs`)}
          name=""
          onSave={async (name) => {
            const view = await actions.add(name, plain);
            close();
            onOpen?.(view);
            await navigate(addressOf(view), { replace: true });
          }}
        />
      </Popover>
    </>
  );
}
