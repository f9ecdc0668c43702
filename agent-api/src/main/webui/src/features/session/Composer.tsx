import { ActionIcon, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ArrowDownIcon, SendIcon } from '@/ui/icons';
import classes from './Session.module.css';

interface Props {
  sessionId: string;
  mayPost: boolean;
  /** The reader has scrolled away from the end. */
  away: boolean;
  onGoToEnd: () => void;
  onSend: (text: string) => void;
}

/** The box to type in. What is not sent yet is kept for this tab. */
export function Composer({ sessionId, mayPost, away, onGoToEnd, onSend }: Props) {
  const [text, setText] = useUnsent(sessionId);
  const box = useRef<HTMLTextAreaElement>(null);
  const ready = text.trim() !== '';
  useEffect(() => {
    // Not where it would bring up a keyboard on the screen.
    if (window.matchMedia('(pointer: fine)').matches) {
      box.current?.focus({ preventScroll: true });
    }
  }, []);
  const submit = () => {
    if (ready) {
      onSend(text.trim());
      setText('');
      onGoToEnd();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <div className={classes.composer}>
      {away && (
        <ActionIcon className={classes.toEnd} variant="default" radius="xl" aria-label="Go to the latest" onClick={onGoToEnd}>
          <ArrowDownIcon size={16} />
        </ActionIcon>
      )}
      {mayPost && (
        <form
          className={classes.box}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Textarea
            className={classes.input}
            variant="unstyled"
            aria-label="Message"
            placeholder="Write a message. Enter sends, Shift+Enter starts a new line."
            autosize
            minRows={1}
            maxRows={12}
            ref={box}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <ActionIcon type="submit" size="lg" radius="xl" aria-label="Send" disabled={!ready}>
            <SendIcon size={18} />
          </ActionIcon>
        </form>
      )}
    </div>
  );
}

function useUnsent(sessionId: string): [string, (text: string) => void] {
  const key = `unsent:${sessionId}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  useEffect(() => {
    if (text === '') {
      sessionStorage.removeItem(key);
    } else {
      sessionStorage.setItem(key, text);
    }
  }, [key, text]);
  return [text, setText];
}
