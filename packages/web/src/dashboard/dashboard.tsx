/** The page: the form for the key, or the figures. */
import { useStore } from '../stores/create-store.ts';
import { CohortsCard } from './cards/cohorts-card.tsx';
import { CostCard } from './cards/cost-card.tsx';
import { FailuresCard } from './cards/failures-card.tsx';
import { FeedbackCard } from './cards/feedback-card.tsx';
import { FunnelCard } from './cards/funnel-card.tsx';
import { LatencyCard } from './cards/latency-card.tsx';
import { LengthsCard } from './cards/lengths-card.tsx';
import { ModelsCard } from './cards/models-card.tsx';
import { RetentionCard } from './cards/retention-card.tsx';
import { SlowCard } from './cards/slow-card.tsx';
import { TriageCard } from './cards/triage-card.tsx';
import { UsageCard } from './cards/usage-card.tsx';
import { BudgetLines } from './page/budget-lines.tsx';
import { DashboardHeader } from './page/dashboard-header.tsx';
import { Headlines } from './page/headlines.tsx';
import { KeyForm } from './page/key-form.tsx';
import { Toolbar } from './page/toolbar.tsx';
import { adminKeyStore } from './state/admin-key.ts';

/** Everything on the page, what matters most first. */
export function Dashboard() {
  const { key } = useStore(adminKeyStore);
  if (key === null) return <KeyForm />;
  return (
    <>
      <a className="skip-link" href="#figures">
        Skip to the figures
      </a>
      <DashboardHeader />
      <Toolbar />
      <main id="figures" tabIndex={-1}>
        <Headlines />
        <BudgetLines />
        <div className="cards">
          <CostCard />
          <TriageCard />
          <UsageCard />
          <LatencyCard />
          <FeedbackCard />
          <ModelsCard />
          <FunnelCard />
          <RetentionCard />
          <CohortsCard />
          <LengthsCard />
          <SlowCard />
          <FailuresCard />
        </div>
      </main>
    </>
  );
}
