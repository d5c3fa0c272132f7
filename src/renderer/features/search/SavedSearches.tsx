import { Chip } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { NamedView } from '../../../shared/contract/named-views';
import type { NamedViewId } from '../../../shared/domain/ids';
import { useAction, useCall } from '../../api/use-call';
import { NamedViewsButton } from '../../components/NamedViewsButton';
import { arrivalsAddress, plainSearch, savedSearched, searchAddress } from './saved-search';

/** The searches that somebody keeps under a name, each with how many offers came in since it was opened. */
export function SavedSearches() {
  const [params] = useSearchParams();
  const [openedId, setOpenedId] = useState<NamedViewId | null>(null);
  const see = useAction('namedViews', 'see');
  const open = ({ id }: NamedView): void => {
    setOpenedId(id);
    see.mutate({ viewId: id });
  };
  return (
    <NamedViewsButton
      page="search"
      plain={plainSearch(params.toString())}
      plainOf={plainSearch}
      openedId={openedId}
      addressOf={searchAddress}
      onOpen={open}
      remark={(view, close) => (
        <Arrivals
          view={view}
          onOpen={() => {
            close();
            open(view);
          }}
        />
      )}
    />
  );
}

interface ArrivalsProps {
  readonly view: NamedView;
  readonly onOpen: () => void;
}

/** How many offers came in since a search was opened, leading to just those; nothing where none did. */
function Arrivals({ view, onOpen }: ArrivalsProps) {
  const { t } = useTranslation();
  const { data } = useCall('search', 'arrivals', { ...savedSearched(view.address), since: view.seenAt });
  if (!data?.count) return null;
  return (
    <Chip
      component={Link}
      to={arrivalsAddress(view.address, view.seenAt)}
      onClick={onOpen}
      clickable
      size="small"
      color="primary"
      label={t('search.arrivals', { count: data.count })}
    />
  );
}
