import { IconButton, Tooltip } from '@mui/material';
import type { ReactElement } from 'react';

interface IconActionProps {
  /** Tells the buttons of one thing apart. */
  readonly verb: string;
  /** What it does, in a word or two. */
  readonly name: string;
  /** To which thing, for those who do not see where it stands. */
  readonly of: string;
  readonly icon: ReactElement;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
  /** For a switch: whether it is on. */
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
}

/** A quiet button of one sign, with its name beside the pointer and for readers of the screen. */
export function IconAction({
  verb,
  name,
  of,
  icon,
  onClick,
  isDisabled = false,
  isPressed,
  isExpanded,
}: IconActionProps) {
  return (
    <Tooltip title={name}>
      <IconButton
        size="small"
        data-verb={verb}
        aria-label={of}
        aria-pressed={isPressed}
        aria-expanded={isExpanded}
        // Not `disabled`, which would take the focus away from who moves something to the end with the keyboard.
        aria-disabled={isDisabled || undefined}
        onClick={() => {
          if (!isDisabled) onClick();
        }}
        sx={{
          p: 0.5,
          '& svg': { fontSize: 20 },
          ...(isDisabled ? { opacity: 0.38, cursor: 'default' } : {}),
          ...(isPressed ? { color: 'primary.main', backgroundColor: 'action.selected' } : {}),
        }}
      >
        {icon}
      </IconButton>
    </Tooltip>
  );
}
