/** The page: header, banner, conversation, box, and the windows over them. */
import { useRef, useState } from 'react';
import { Announcer } from './components/announcer.tsx';
import { Composer } from './components/composer.tsx';
import { ConversationView } from './components/conversation-view.tsx';
import { DataDialog } from './components/data-dialog.tsx';
import { EmergencyBanner } from './components/emergency-banner.tsx';
import { ModelLine } from './components/model-line.tsx';
import { PageHeader } from './components/page-header.tsx';
import { SessionEnded } from './components/session-ended.tsx';
import { findEmergency } from './conversation/emergency.ts';
import { useConversation } from './conversation/use-conversation.ts';
import { ProfileDialog } from './profile/profile-dialog.tsx';
import { usePreferences } from './profile/use-preferences.ts';

/** Everything on the page. */
export function App() {
  const [openDialog, setOpenDialog] = useState<'profile' | 'data' | null>(null);
  const [openedAt] = useState(() => Date.now());
  const box = useRef<HTMLTextAreaElement>(null);
  const conversation = useConversation();
  const preferences = usePreferences();
  const emergency = findEmergency(conversation.messages, conversation.turns, openedAt);
  const close = () => setOpenDialog(null);
  return (
    <>
      <a className="skip-link" href="#message">
        Skip to the message box
      </a>
      <PageHeader
        catName={preferences.data?.catName}
        onOpenProfile={() => setOpenDialog('profile')}
        onOpenData={() => setOpenDialog('data')}
      />
      {emergency !== null && <EmergencyBanner key={emergency.id} emergency={emergency} />}
      <ConversationView conversation={conversation} onPickExample={() => box.current?.focus()} />
      <footer className="page-footer">
        <SessionEnded />
        <Composer boxRef={box} />
        <ModelLine />
      </footer>
      {openDialog === 'profile' && <ProfileDialog query={preferences} onClose={close} />}
      {openDialog === 'data' && <DataDialog onClose={close} />}
      <Announcer />
    </>
  );
}
