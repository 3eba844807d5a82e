"""What the judge of words takes for an outcome, a behaviour or a rhythm, and what stays a wish."""

from __future__ import annotations

import pytest

from milepost.checks.wording.judgement import judge

OUTCOMES = """
Complete a leadership course by the end of Q2 to enhance my skills
Complete the security training by Friday to reduce our risk
Finish the data science bootcamp by December in order to grow my career
Finish the audit by March to strengthen compliance
Obtain the PMP certification by the end of Q2 to increase my credibility
Obtain a project management certification by the end of the year to boost my career prospects
Deliver the dashboard by the end of Q3, enabling better decisions
Deliver a working prototype to the client by mid-year to increase trust
Enrol in an evening course by September to deepen my understanding of statistics
Submit my promotion case by the end of H1 to advance my career
Attend a negotiation workshop by the end of Q2 to enhance my skills
Take a public speaking course by the end of Q2 to become more confident
Publish two articles by June to raise my profile
Launch the new website by 1 May to improve our conversion
Pass the CPA exam by June so that I can increase my income
Book a physio appointment this week to improve my back
By the end of June, complete the project management course to improve my career prospects
Complete the onboarding training within the first 90 days to become more productive
Finish my thesis next spring to move forward with my career
Improve my presentation skills by completing a certified public speaking course by March
Improve my Excel skills by completing an online certification by the end of June
Enhance my leadership skills by completing a management course by the end of the year
Increase my knowledge of SQL by finishing the advanced course before September
Strengthen my network by attending the annual industry conference in May
Grow as a designer by publishing my portfolio by 30 June
Become a better manager by completing the leadership programme by December
Get better at public speaking by giving a talk at the team offsite in October
Boost my Excel skills by completing an online course by 1 May
Strengthen my leadership skills by completing a six-week course by the end of May
Improve my French by passing the B1 exam in June
Expand my professional network by joining the local chamber of commerce by March
Develop my coaching skills through completing the level 3 certificate by December
By March, improve my presentation skills by completing a certified course
Reply to every customer within one day
Write API documentation for all new endpoints
Write unit tests for all new endpoints by the end of the quarter
Be promoted to shift leader within 18 months
Become regional sales manager
Learn more about data analysis by finishing a statistics course by the end of June
Become marketing director
Become marketing director within five years
Become a senior engineer by the end of next year
Become a department head
Become chief financial officer
Become vice president of engineering
Become the CTO of a mid-sized company
Become a shift supervisor at the plant
Become a certified scrum master
Become a licensed electrician
Become a partner at the firm
Become head of sales by 2030
Be appointed head of department by 2029
Be named account director by the end of the fiscal year
Get appointed finance director by 2030
Get promoted to team lead by the end of 2027
Make senior associate
Reach partner status
Reach partner status within three years
Reach senior manager level
Attain fellow status
Attain chartered engineer status
Earn preferred supplier status by the end of the year
Lead the migration of our billing system to the cloud by Q3
Lead the migration of the data warehouse
Lead our migration to Kubernetes
Lead the rollout of the new CRM
Head the rollout of the new ticket system
Manage the relocation of our London office
Coordinate the merger of the two clinics by October
Spearhead the redesign of the checkout
Oversee the implementation of the new payroll system
Take over the leadership of the support team in January
Pay off the credit card
Pay off the Visa card by the end of the year
Pay off my student loan by June
Pay off the remaining balance on the store card
Clear the overdraft
Clear my credit card debt by the end of the year
Settle all outstanding invoices by 31 January
My supervisor confirms that I handle escalations on my own by the end of the quarter
My supervisor confirms in the annual review that I run meetings well
My manager confirms that I can run the team without her
My line manager has confirmed in writing that I run the weekly call alone
My mentor signs off my first three solo consultations by May
My coach approves my race plan before May
Our auditor signs off the accounts without remarks
The board approves our budget in the first round
My teacher confirms that I can play the sonata by heart
"""
BEHAVIOURS = """
In every team meeting I will ask at least one question
In every team meeting I will summarise the decisions at the end
In every one-to-one I will ask for one piece of feedback
In each lesson I will call on every pupil by name
In each code review I will name one thing that is done well
At every dinner I will put my phone in the drawer
At each one-to-one I will ask for feedback on one thing
After every sprint I will write down what I learned
After each client call I will log the outcome in the CRM
Before each presentation I will rehearse in front of a colleague
During every shift I will check the emergency trolley
Whenever a customer complains, I will repeat the problem in my own words first
Whenever I finish a task, I will tick it off on the board
When I finish a meeting, I will send a summary the same day
When a guest arrives, I will greet them at the door
If a colleague interrupts me, I will finish my sentence
Every time I enter a shop I will check my list first
I will summarise the decisions at the end of every meeting
"""
RHYTHMS = """
Run 3 times a week
Study Spanish Mon-Fri
Weigh myself every Monday morning
Eat fish twice a week
Check the budget on the first of every month
Meditate every morning
Read daily
Do yoga 3x/week
Run 3x a week
Swim on Tuesdays
Swim every Tuesday and Thursday before work
Do yoga Mon, Wed and Fri
Lift weights on Mondays, Wednesdays and Fridays
Call my mother every Sunday
Walk twice weekly
Write 500 words a day
Publish a post once a fortnight
Publish a post every two weeks
Practise Spanish on weekdays
Cook at home five nights a week
Save 200 EUR per month
Save €200 monthly
Journal three evenings a week
Review the budget quarterly
Visit grandma at weekends
See the dentist twice a year
Run 5 km every second day
Two networking events a month
Exercise 30 minutes a day, five days a week
Practise guitar for 15 minutes daily
"""
WISHES = """
Leadership
Networking to enhance my career
Health and fitness
Public speaking
Better time management
Career goals 2026
Professional growth by the end of Q2
Work-life balance by the end of the year
Improve my skills
Improve my skills by the end of the year
Improve my skills by learning more
Improve my skills by practising
Improve team morale by communicating better by June
Improve communication by being open by June
Be more productive by working harder
Grow my career to enhance my skills
Enhance my skills to grow my career by the end of Q2
Become a better person
Become a better manager
Become a great manager
Become a good mentor
Become a strong leader by 2027
Become a leader people trust
Become the best nurse I can be
Become a better engineer by the end of the year
Become a key member of the team
Become a thought leader in my field
Become the master of my own life
Be a role model
Reach my full potential
Reach a higher level
Reach a new level
Reach the next level in my career
Gain more status
Lead the team better
Lead the team with confidence
Lead the way in innovation
Lead a happier life
Lead the transition to a better culture
Manage my time
Pay more attention in meetings
My supervisor is happy with me
My boss thinks well of me
My manager sees me as a leader
My manager approves of me
In meetings I want to be more confident
In every meeting I will be better
In every meeting I will be present
In every team meeting I will be more confident
In every meeting I will try to be more present
In every team meeting I will do my best
In every meeting I will feel calmer
Whenever I can, I will exercise
When I have time, I will read
Become happier every day
Grow every day
Get better every day
Be grateful daily
Learn about the needs of all new employees
To become a more effective communicator in 2026
"""
METRICS = """
Improve our weekly meetings
Improve daily operations
Raise monthly revenue to 50,000 EUR
Raise output to 40 units a day
Reduce the share of adults who smoke daily from 19 to 14 per cent
Pain no worse than 4/10 after a day at the desk
Answer 95 % of e-mails
Swim 1,500 m freestyle in less than half an hour
Live every day like it is my last
Ask one question in every meeting
"""


@pytest.mark.parametrize("text", (OUTCOMES.strip() + BEHAVIOURS.rstrip()).splitlines())
def test_what_can_be_seen_is_no_finding(text: str) -> None:
    said = judge(text)

    assert (said.smart, said.specific, said.measurable) == (True, True, True)


@pytest.mark.parametrize(
    "text",
    [
        "Improve my public speaking by giving one talk a month at the club",
        "Improve my French by reading one novel a month",
        "Get better at chess by joining one tournament a quarter",
    ],
)
def test_a_wish_is_measured_by_what_it_is_reached_by(text: str) -> None:
    assert judge(text).measurable


@pytest.mark.parametrize("text", ["Improve one skill", "Improve the morale of one team"])
def test_one_thing_that_is_wished_for_measures_nothing(text: str) -> None:
    assert not judge(text).measurable


@pytest.mark.parametrize("text", RHYTHMS.strip().splitlines())
def test_a_rhythm_is_a_time(text: str) -> None:
    assert judge(text).time_bound
    assert judge(text).smart


@pytest.mark.parametrize("text", METRICS.strip().splitlines())
def test_the_period_of_a_metric_and_an_occasion_are_no_time(text: str) -> None:
    assert not judge(text).time_bound


@pytest.mark.parametrize("text", WISHES.strip().splitlines())
def test_topics_wishes_and_headings_stay_vague(text: str) -> None:
    assert not judge(text).smart


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Master thesis", ()),
        ("Master's degree application", ()),
        ("Master Python", ("Master",)),
        ("Master the thesis defence", ("Master",)),
    ],
)
def test_a_noun_that_is_also_a_verb_is_no_state(text: str, verbs: tuple[str, ...]) -> None:
    against = [r for r in judge(text).reasons if r.kind == "state-verb-without-figure"]

    assert tuple(reason.words for reason in against) == verbs
