import { Box, Button, Typography } from '@mui/material';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { arrangeFormations, type NamedChoice } from '../../../shared/domain/decision';
import type { FormationId } from '../../../shared/domain/ids';
import type { FormationName, Match } from '../../../shared/domain/match';
import { PanelSection } from '../../components/SidePanel';
import { CompareBar } from './CompareBar';
import type { ComparedText } from './compared-text';
import { DecisionHistory } from './DecisionHistory';
import type { FormationFact } from './formation-fact';
import { FormationActions } from './FormationActions';
import { FormationCard } from './FormationCard';
import { NoteField } from './NoteField';
import { PersonName } from './PersonName';
import type { Decisions, Verdict } from './use-decisions';
import { comparedAtMost, useFocusFollows, usePicking } from './use-list-state';

interface FormationGroupsProps {
  readonly compared: ComparedText;
  /** As they are ranked, best first. */
  readonly matches: readonly Match[];
  /** The model that ranked them. */
  readonly modelId: string | null;
  /** Null for a text on which nothing can be decided. */
  readonly decisions: Decisions | null;
  /** More proposals are one click away; null shows all of them. */
  readonly shownAtFirst: number | null;
  /** What the proposals are called, where they are none in the full sense. */
  readonly heading?: string;
  /** What the page says of each formation besides. */
  readonly facts?: readonly FormationFact[];
  /** What stands above the proposals: how many there are, or why there are none. */
  readonly lead: ReactNode;
  /** Told whether the reasons of a formation are open, which need room. */
  readonly onExplain?: (isOpen: boolean) => void;
}

const noFacts: readonly FormationFact[] = [];

/** The formations of an offer or a text: those that a person chose, those proposed, and those rejected, folded. */
export function FormationGroups(props: FormationGroupsProps) {
  const { compared, matches, modelId, decisions, shownAtFirst, heading, lead, onExplain, facts = noFacts } = props;
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const [explained, setExplained] = useState<FormationId | null>(null);
  const [noted, setNoted] = useState<FormationId | null>(null);
  const [isWhole, setIsWhole] = useState(false);
  const picking = usePicking();
  const followFocus = useFocusFollows(root, decisions?.choices);
  const { chosen, proposed, rejected } = arrangeFormations(matches, decisions?.choices ?? []);
  const explain = (id: FormationId | null): void => {
    setExplained(id);
    onExplain?.(id !== null);
  };
  const card = (formation: FormationName, match: Match | null, choice: NamedChoice | null) => {
    const { id, title } = formation;
    const shown = match && modelId !== null ? { modelId, rank: match.rank, score: match.score } : null;
    const decide = (verdict: Verdict): void => {
      followFocus({ id, verb: null });
      decisions?.decide(formation, verdict, shown);
    };
    return (
      <FormationCard
        key={id}
        {...{ compared, formation, match, choice, facts }}
        isExplained={id === explained}
        onExplain={(isOpen) => explain(isOpen ? id : null)}
        actions={
          <FormationActions
            {...{ formation, choice, decisions }}
            chosenCount={chosen.length}
            onDecide={decide}
            onMove={(place, verb) => {
              followFocus({ id, verb });
              decisions?.move(formation, place);
            }}
            isNoteOpen={id === noted}
            onNote={() => setNoted(id === noted ? null : id)}
            comparing={{
              isPicked: picking.picked.some((one) => one.id === id),
              isFull: picking.picked.length >= comparedAtMost,
              onPick: () => picking.toggle(formation),
            }}
          />
        }
      >
        {id === noted && choice ? (
          <NoteField
            title={title}
            note={choice.note ?? ''}
            onSave={(note) => decisions?.annotate(formation, note)}
            onClose={() => {
              setNoted(null);
              followFocus({ id, verb: 'note' });
            }}
          />
        ) : null}
      </FormationCard>
    );
  };
  const others = shownAtFirst === null ? 0 : proposed.length - shownAtFirst;
  const cards = proposed.map((match) => card(match.formation, match, null));
  return (
    <Box ref={root}>
      {decisions && decisions.history.length > 0 ? <PersonName /> : null}
      {chosen.length > 0 ? (
        <PanelSection title={t('decisions.chosen', { count: chosen.length })}>
          <CardList label={t('decisions.chosenList')}>
            {chosen.map(({ choice, match }) => card(choice.formation, match, choice))}
          </CardList>
        </PanelSection>
      ) : null}
      <PanelSection title={heading ?? t('offers.proposed')}>
        {matches.length > 0 && proposed.length < matches.length ? (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
            {proposed.length === 0 ? t('decisions.allDecided') : t('decisions.undecided', { count: proposed.length })}
          </Typography>
        ) : (
          lead
        )}
        {proposed.length > 0 ? (
          <CardList label={t('editor.formations')}>{isWhole || others <= 0 ? cards : cards.slice(0, -others)}</CardList>
        ) : null}
        {others > 0 ? (
          <Button size="small" onClick={() => setIsWhole(!isWhole)} aria-expanded={isWhole} sx={{ mt: 0.5 }}>
            {isWhole ? t('offers.showFewerMatches') : t('offers.showMoreMatches', { count: others })}
          </Button>
        ) : null}
      </PanelSection>
      {rejected.length > 0 ? (
        <RejectedList count={rejected.length}>
          {rejected.map(({ choice, match }) => card(choice.formation, match, choice))}
        </RejectedList>
      ) : null}
      {decisions ? <DecisionHistory decisions={decisions} /> : null}
      <CompareBar compared={compared} picking={picking} choices={decisions?.choices ?? []} facts={facts} />
    </Box>
  );
}

interface CardListProps {
  readonly label: string;
  readonly children: ReactNode;
}

function CardList({ label, children }: CardListProps) {
  return (
    <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {children}
    </Box>
  );
}

interface RejectedListProps {
  readonly count: number;
  readonly children: ReactNode;
}

function RejectedList({ count, children }: RejectedListProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Box sx={{ mb: 2 }}>
      <Button
        size="small"
        data-rejected
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        sx={{ ml: -0.75 }}
      >
        {t(isOpen ? 'decisions.hideRejected' : 'decisions.showRejected', { count })}
      </Button>
      {isOpen ? (
        <Box id={id}>
          <CardList label={t('decisions.rejectedList')}>{children}</CardList>
        </Box>
      ) : null}
    </Box>
  );
}
