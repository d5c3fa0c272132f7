import ArchiveIcon from '@mui/icons-material/ArchiveOutlined';
import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import MoreIcon from '@mui/icons-material/MoreHoriz';
import SendIcon from '@mui/icons-material/SendOutlined';
import { Box, Button, IconButton, ListItemIcon, ListSubheader, Menu, MenuItem, Tooltip } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { OfferStatus } from '../../shared/domain/offer';
import { asksForReason, closingReasons, possibleActions, type OfferAction } from '../../shared/domain/offer-life-cycle';
import { proposalsTaken } from './taken-proposals';
import { useOfferActions, type NamedOffer } from './use-offer-actions';

interface OfferActionBarProps {
  readonly offer: NamedOffer & { readonly status: OfferStatus };
  /** Called once the offer is gone. */
  readonly onRemoved: () => void;
}

/** What can be done with an opened offer: edit at once, everything else in a menu. Nothing asks twice; all can be undone. */
export function OfferActionBar({ offer, onRemoved }: OfferActionBarProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const menuId = useId();
  const actions = useOfferActions();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [closing, setClosing] = useState<OfferAction | null>(null);
  const close = (): void => setAnchor(null);
  const open = (target: HTMLElement): void => {
    setClosing(null);
    setAnchor(target);
  };
  const isDraft = offer.status === 'draft';
  const choose = (action: OfferAction): void => {
    if (asksForReason(action)) return setClosing(action);
    close();
    void actions.act(offer, action);
  };
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      {/* A draft is transmitted from its editor, where what leaves with it is seen. */}
      <Button
        size="small"
        variant={isDraft ? 'contained' : 'outlined'}
        startIcon={<EditIcon />}
        component={Link}
        to={`/offers/${offer.id}/edit`}
      >
        {t(isDraft ? 'editor.resumeDraft' : 'editor.edit')}
      </Button>
      {offer.status === 'published' || offer.status === 'transmitted' ? (
        <Button
          size="small"
          variant="contained"
          startIcon={<SendIcon />}
          component={Link}
          to={`/offers/${offer.id}/transmit`}
          state={proposalsTaken}
        >
          {t('transmissions.transmit')}
        </Button>
      ) : null}
      <Tooltip title={t('editor.more')}>
        <IconButton
          size="small"
          aria-label={t('editor.more')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          aria-controls={anchor ? menuId : undefined}
          onClick={(event) => open(event.currentTarget)}
        >
          <MoreIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={close}>
        {closing === null
          ? [
              ...possibleActions(offer.status).map((action) => (
                <MenuItem key={action} onClick={() => choose(action)}>
                  <ListItemIcon>{action === 'archive' ? <ArchiveIcon fontSize="small" /> : null}</ListItemIcon>
                  {t(`editor.actions.${action}`)}
                </MenuItem>
              )),
              <MenuItem
                key="duplicate"
                divider
                onClick={() => {
                  close();
                  void actions.duplicate(offer).then((id) => id !== null && navigate(`/offers/${id}/edit`));
                }}
              >
                <ListItemIcon>
                  <CopyIcon fontSize="small" />
                </ListItemIcon>
                {t('editor.duplicate')}
              </MenuItem>,
              <MenuItem
                key="remove"
                onClick={() => {
                  close();
                  void actions.remove(offer).then((isGone) => isGone && onRemoved());
                }}
              >
                <ListItemIcon>
                  <DeleteIcon fontSize="small" />
                </ListItemIcon>
                {t('editor.remove')}
              </MenuItem>,
            ]
          : [
              <ListSubheader key="why" sx={{ lineHeight: '36px' }}>
                {t('editor.whyClosed')}
              </ListSubheader>,
              ...closingReasons.map((reason) => (
                <MenuItem
                  key={reason}
                  onClick={() => {
                    close();
                    void actions.act(offer, closing, reason);
                  }}
                >
                  {t(`editor.closingReasons.${reason}`)}
                </MenuItem>
              )),
            ]}
      </Menu>
    </Box>
  );
}
