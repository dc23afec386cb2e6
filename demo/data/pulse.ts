import type { SamplePulse } from "./types.ts";

/**
 * What people at the clients have answered over some months. The three who are named as the demo starts answered long enough ago
 * to be asked again.
 */
export const pulse: SamplePulse[] = [
  {
    email: "jane@acme.example",
    projectId: "p-1",
    answers: [
      { daysAgo: 158, score: 4 },
      { daysAgo: 121, score: 4 },
      { daysAgo: 88, score: 3, comment: "The east entrance has moved twice. Who decides that?" },
      { daysAgo: 52, score: 4 },
      { daysAgo: 19, score: 4 },
    ],
  },
  {
    email: "jane@acme.example",
    projectId: "p-2",
    answers: [
      { daysAgo: 140, score: 4 },
      { daysAgo: 75, score: 5 },
      { daysAgo: 23, score: 5, comment: "Dust and noise in the lobby are well handled. Our reception has noticed." },
    ],
  },
  {
    email: "raul.ibanez@acme.example",
    projectId: "p-3",
    answers: [
      { daysAgo: 96, score: 3 },
      { daysAgo: 41, score: 2, comment: "We heard from the city that the permit is late, and not from you." },
      { daysAgo: 6, score: 3 },
    ],
  },
  {
    email: "soren@lindqvist-okafor.example",
    projectId: "p-23",
    answers: [
      { daysAgo: 150, score: 5 },
      { daysAgo: 101, score: 4 },
      { daysAgo: 58, score: 3, comment: "The beam depths came two weeks after we had to freeze the ceilings." },
      { daysAgo: 20, score: 3 },
    ],
  },
  {
    email: "chinwe@lindqvist-okafor.example",
    projectId: "p-26",
    answers: [
      { daysAgo: 130, score: 4 },
      { daysAgo: 70, score: 3 },
      {
        daysAgo: 9,
        score: 2,
        comment: "The sewer permit came to us twice for the same signature. Please call before it goes out again.",
      },
    ],
  },
  {
    email: "ingrid@solheim-bim.example",
    projectId: "p-24",
    answers: [
      { daysAgo: 64, score: 4 },
      { daysAgo: 12, score: 1 },
    ],
  },
  {
    email: "fiona@keystone-obrien.example",
    projectId: "p-31",
    answers: [
      { daysAgo: 145, score: 3, comment: "We need the steel sizes before the mill closes its order book." },
      { daysAgo: 99, score: 3 },
      { daysAgo: 61, score: 4 },
      { daysAgo: 22, score: 5, comment: "The steel package is complete. Thank you." },
    ],
  },
  {
    email: "dale.o'hara@keystone-obrien.example",
    projectId: "p-32",
    answers: [
      { daysAgo: 120, score: 4 },
      { daysAgo: 48, score: 4 },
      { daysAgo: 4, score: 5 },
    ],
  },
  {
    email: "a.devries@mercypoint.example",
    projectId: "p-17",
    answers: [
      { daysAgo: 90, score: 5 },
      { daysAgo: 34, score: 4 },
    ],
  },
  {
    email: "y.fitch@mercypoint-clinics.example",
    projectId: "p-17",
    answers: [
      { daysAgo: 27, score: 4, comment: "Could somebody walk exam rooms 9 to 14 with us before nurse call is fixed?" },
    ],
  },
  { email: "renee@tidewaterhousing.example", projectId: "p-20", answers: [{ daysAgo: 2, score: 5 }] },
];
