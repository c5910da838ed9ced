import { Button, Checkbox } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { Lesson } from "@throughline/contract";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { DialogueNav } from "../../components/dialogue/dialogue-nav.tsx";
import { lessonOutcomes } from "../../components/dialogue/lesson-outcomes.ts";
import { readIssue, sayIssue } from "../../components/dialogue/say-issue.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { ExportRows } from "../../components/export-rows.tsx";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { lessonListQuery } from "./queries.ts";

const LessonDialog = lazy(() => import("../../components/dialogue/lesson-dialog.tsx"));

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  outcome: z.enum(lessonOutcomes).optional().catch(undefined),
  issue: z.string().max(60).optional().catch(undefined),
  mine: z.enum(["true"]).optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

const tones = { worked: "good", worked_in_part: "care", tried_and_dropped: "quiet" } as const;

const exported: readonly DataColumn<Lesson>[] = [
  { id: "title", header: t("lesson.title"), names: true, value: (row) => row.title },
  { id: "text", header: t("lesson.text"), value: (row) => row.text },
  {
    id: "outcome",
    header: t("lesson.outcome"),
    value: (row) => t(`lessonOutcome.${row.outcome}`),
  },
  {
    id: "issues",
    header: t("lesson.issues"),
    value: (row) => row.issues.map(sayIssue).join("; "),
  },
  {
    id: "by",
    header: t("lesson.by"),
    value: (row) => (row.mine ? t("lesson.us") : row.toldBy),
  },
  { id: "on", header: t("lesson.on"), value: (row) => row.notedOn },
];

type Task =
  | { readonly kind: "note"; readonly lesson: Lesson | null }
  | { readonly kind: "withdraw"; readonly lesson: Lesson };

function WithdrawDialog({
  lesson,
  onClose,
}: {
  readonly lesson: Lesson;
  readonly onClose: () => void;
}): ReactNode {
  const withdraw = useChange(() => api.dialogues.withdrawLesson({ lessonId: lesson.id }));
  return (
    <ConfirmDialog
      title={t("lesson.withdrawTitle")}
      what={t("lesson.withdrawWhat", { title: lesson.title })}
      doIt={t("lesson.withdraw")}
      busy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function OneLesson({
  lesson,
  mayWrite,
  onTask,
}: {
  readonly lesson: Lesson;
  readonly mayWrite: boolean;
  readonly onTask: (task: Task) => void;
}): ReactNode {
  return (
    <li className="card stack-small">
      <div className="spread">
        <h2 className="item-title">{lesson.title}</h2>
        <ToneTag tone={tones[lesson.outcome]}>{t(`lessonOutcome.${lesson.outcome}`)}</ToneTag>
      </div>
      <p className="measure agenda-text wrap-anywhere">{lesson.text}</p>
      <p className="small quiet">
        {[
          ...lesson.issues.map(sayIssue),
          formatDate(lesson.notedOn),
          lesson.mine
            ? t(`lesson.visibility.${lesson.visibility}`)
            : t("lesson.toldBy", { who: lesson.toldBy ?? t("lesson.somebody") }),
        ].join(" · ")}{" "}
        {lesson.invented && t("contract.invented")}
      </p>
      <div className="row no-print">
        {lesson.mine && lesson.meetingId !== null && (
          <AppLink href={`/meetings/${lesson.meetingId}`}>{t("lesson.meeting")}</AppLink>
        )}
        {lesson.mine && mayWrite && (
          <>
            <Button
              size="small"
              variant="tertiary"
              aria-label={t("agenda.changeOf", { title: lesson.title })}
              onClick={() => onTask({ kind: "note", lesson })}
            >
              {t("agenda.change")}
            </Button>
            <Button
              size="small"
              variant="tertiary"
              aria-label={t("lesson.withdrawOf", { title: lesson.title })}
              onClick={() => onTask({ kind: "withdraw", lesson })}
            >
              {t("lesson.withdraw")}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Lessons: what worked, and what was tried and dropped, ours and what others told the network. */
export function LessonListScreen(): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const [task, setTask] = useState<Task | null>(null);
  const list = useQuery(
    lessonListQuery({
      limit: 25,
      ...(state.search === undefined ? {} : { search: state.search }),
      ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
      ...(state.issue === undefined ? {} : { issue: readIssue(state.issue) }),
      ...(state.mine === undefined ? {} : { mine: "true" }),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  const mayWrite = list.data?.can.write ?? false;
  const filtered = Object.values(state).some((value) => value !== undefined);
  function change(next: Parameters<typeof setState>[0]): void {
    setState({ after: undefined, ...next }, { push: true });
  }
  const note = mayWrite ? (
    <Button size="small" onClick={() => setTask({ kind: "note", lesson: null })}>
      {t("lesson.new")}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeading
        title={t("lessons.title")}
        lead={<p className="quiet measure">{t("lessons.what")}</p>}
        actions={note}
      />
      <div className="stack">
        <DialogueNav />
        <ListSearch
          label={t("lessons.searchLabel")}
          search={state.search}
          onSearch={(search) => change({ search })}
        >
          <FilterSelect
            label={t("lesson.outcome")}
            all={t("lessons.outcomeAll")}
            value={state.outcome}
            values={lessonOutcomes}
            say={(one) => t(`lessonOutcome.${one}`)}
            onChange={(outcome) => change({ outcome })}
          />
          <Checkbox
            size="small"
            checked={state.mine !== undefined}
            onChange={(event) => change({ mine: event.target.checked ? "true" : undefined })}
          >
            {t("lessons.mine")}
          </Checkbox>
        </ListSearch>
        <Loaded query={list} lines={6}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState
                title={t(filtered ? "lessons.none" : "lessons.empty")}
                what={t(filtered ? "lessons.noneWhat" : "lessons.emptyWhat")}
              >
                {filtered ? (
                  <Button
                    size="small"
                    variant="secondary"
                    onClick={() =>
                      change({
                        search: undefined,
                        outcome: undefined,
                        issue: undefined,
                        mine: undefined,
                      })
                    }
                  >
                    {t("lessons.showAll")}
                  </Button>
                ) : (
                  note
                )}
              </EmptyState>
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t("lessons.shown", { n: page.items.length })}
                  </p>
                  <ExportRows name="lessons" columns={exported} rows={page.items} />
                </div>
                <ul className="plain-cards stack">
                  {page.items.map((lesson) => (
                    <OneLesson
                      key={lesson.id}
                      lesson={lesson}
                      mayWrite={mayWrite}
                      onTask={setTask}
                    />
                  ))}
                </ul>
                <PageSteps
                  after={state.after}
                  next={page.next}
                  onGo={(after) => setState({ after }, { push: true })}
                />
              </>
            )
          }
        </Loaded>
      </div>
      <Suspense fallback={null}>
        {task?.kind === "note" && (
          <LessonDialog lesson={task.lesson} meetingId={null} onClose={() => setTask(null)} />
        )}
      </Suspense>
      {task?.kind === "withdraw" && (
        <WithdrawDialog lesson={task.lesson} onClose={() => setTask(null)} />
      )}
    </>
  );
}
