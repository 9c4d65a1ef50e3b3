/** The box to write in. Enter sends, Shift and Enter begin a line. */
import { useLayoutEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { say, turnStore } from '../conversation/conversation.ts';
import { isUnderWay } from '../conversation/turn.ts';
import { useStore } from '../stores/create-store.ts';
import { draftStore, saveDraft } from '../stores/draft-store.ts';
import { cutToLimit, LIMIT } from '../conversation/message-limit.ts';
import { Icon } from './icon.tsx';
import { LengthCounter } from './length-counter.tsx';

/** `boxRef` is where the focus goes when the page has something for the person to write. */
export function Composer({ boxRef }: { boxRef: RefObject<HTMLTextAreaElement | null> }) {
  const draft = useStore(draftStore);
  const isBusy = useStore(turnStore).some(isUnderWay);
  const [wasCut, setWasCut] = useState(false);
  const canSend = draft.trim() !== '' && !isBusy;

  useLayoutEffect(() => {
    const element = boxRef.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [boxRef, draft]);

  const write = (text: string) => {
    const kept = cutToLimit(text);
    setWasCut(kept !== text);
    saveDraft(kept);
  };
  const send = () => {
    if (!canSend) return;
    say(draft.trim());
    write('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While letters are being composed (Japanese, Chinese …), Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
        boxRef.current?.focus();
      }}
    >
      <label className="hidden" htmlFor="message">
        Your message to Mu
      </label>
      <div className="composer-row">
        <textarea
          id="message"
          ref={boxRef}
          rows={1}
          value={draft}
          placeholder="What is happening?"
          aria-describedby="message-keys message-length"
          enterKeyHint="send"
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {isBusy ? (
          <button
            type="button"
            className="send"
            aria-label="Stop the answer"
            onClick={() => {
              turnStore.stop();
              boxRef.current?.focus();
            }}
          >
            <Icon name="stop" />
          </button>
        ) : (
          <button type="submit" className="send" aria-label="Send" aria-disabled={!canSend}>
            <Icon name="send" />
          </button>
        )}
      </div>
      <p id="message-keys" className="hidden">
        Enter sends the message. Shift and Enter begin a new line. At most {LIMIT} characters.
      </p>
      <LengthCounter length={draft.length} wasCut={wasCut} />
    </form>
  );
}
