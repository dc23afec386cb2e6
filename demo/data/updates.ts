import type { SampleUpdate } from "./types.ts";

/** What the firm has written about its projects: published notes for three clients, one in review and a draft. */
export const updates: SampleUpdate[] = [
  {
    projectId: "p-1",
    authorId: "s-4",
    day: -4,
    state: "published",
    body: `The construction documents are **past the halfway mark**. This week we closed the last open points of the east entrance with your safety team.

- Laboratories 1 and 4 to 6 are drawn through; benches, gas and exhaust agree with the equipment list.
- Laboratories 2 and 3 wait for the number of fume hoods. Until we have it, the exhaust shafts above them stay as they are.
- The structure over the running production line is divided into three pours, each on a weekend.

Next we issue the coordinated set for your review.`,
    percents: [
      { discipline: "Architecture", percent: 64 },
      { discipline: "Structural", percent: 70 },
      { discipline: "MEP", percent: 45 },
      { discipline: "Civil", percent: 58 },
    ],
  },
  {
    projectId: "p-23",
    authorId: "s-7",
    day: -6,
    state: "published",
    body: `The reading room roof now has **four glulam girders on granite piers**, and no column stands between the shelves.

1. Girders are 30 inches deep. With the ducts beside them and not below, the ceiling keeps its height.
2. Purlins stand at 6 feet, so that the glass joints fall on every second one.
3. The old north wall carries nothing new.

The plan below is the grid that we would like to freeze with you.`,
    percents: [
      { discipline: "Structural", percent: 75 },
      { discipline: "MEP", percent: 60 },
    ],
    plan: "Roof framing of the reading room: four girders, purlins at 6 feet, the old north wall at the top",
  },
  {
    projectId: "p-31",
    authorId: "s-8",
    day: -11,
    state: "published",
    body: `The **early steel package is out**: columns, crane girders and the roof trusses of all twelve bays.

- Crane girders are sized for the runway reactions that we assumed. Once the supplier's figures are in, we confirm or change them within two days.
- The wash line trench moved 14 inches south, clear of the footing at bay 9.
- Everything else follows with the permit set.`,
    percents: [
      { discipline: "Structural", percent: 95 },
      { discipline: "MEP", percent: 85 },
      { discipline: "Civil", percent: 90 },
    ],
  },
  {
    projectId: "p-2",
    authorId: "s-6",
    day: 0,
    state: "review",
    body: `The first bay of terrazzo is ground and sealed, and the patches match: **come and walk on it**. The stair follows once change order 04 is signed.

Samples of the reception desk, in ash and in walnut, stand in the site office.`,
    percents: [
      { discipline: "Architecture", percent: 45 },
      { discipline: "Interiors", percent: 35 },
    ],
  },
  {
    projectId: "p-32",
    authorId: "s-1",
    day: 0,
    state: "draft",
    body: `The needles at grid C to E are loaded and the façade has not moved. To add: readings of the monitoring points, and what the survey says about the beam pockets.`,
    percents: [],
  },
];
