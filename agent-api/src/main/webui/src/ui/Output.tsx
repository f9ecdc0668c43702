import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { CheckIcon, CopyIcon } from './icons';
import classes from './Output.module.css';

/** Text as a machine wrote it: monospace, scrolling inside its own box, and to be copied. */
export function Output({ label, text }: { label: string; text: string }) {
  return (
    <div className={classes.frame}>
      {/* A box that scrolls must be reachable by keyboard. */}
      <pre className={classes.text} tabIndex={0} role="region" aria-label={label}>
        {text === '' ? <span className={classes.nothing}>nothing</span> : text}
      </pre>
      {text !== '' && (
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy'}>
              <ActionIcon
                className={classes.copy}
                size="sm"
                variant="default"
                aria-label={`Copy ${label.toLowerCase()}`}
                onClick={copy}
              >
                {copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      )}
    </div>
  );
}
